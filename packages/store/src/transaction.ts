import { pipeline } from 'node:stream/promises';
import { quoteIdent } from '@muster/sql';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { encodeCopyRows } from './copy-text.js';
import type { JobRequest, Transaction } from './database.js';
import type { RunStatement } from './run-statement.js';
import { rethrowTranslated, translateSqlstate } from './translate-sqlstate.js';

export interface OpenTransaction {
  readonly transaction: Transaction;
  /** Waits for what was already sent, refuses anything later, and gives the actions to run after the commit. */
  end(): Promise<readonly (() => void)[]>;
}

/** The Transaction over a connection on which BEGIN is sent. Statements go out one after the other. */
export function openTransaction(client: PoolClient, run: RunStatement): OpenTransaction {
  const actions: (() => void)[] = [];
  let tail: Promise<unknown> = Promise.resolve();
  let ended = false;
  let savepoints = 0;

  const inTurn = <T>(send: () => Promise<T>): Promise<T> => {
    if (ended) return Promise.reject(new Error('The transaction is over.'));
    const turn = tail.then(send);
    tail = turn.catch(() => undefined);
    return turn;
  };

  const query = (text: string) => inTurn(() => client.query(text).catch(rethrowTranslated));
  const rows = (statement: Parameters<RunStatement>[1]) =>
    inTurn(() => run(client, statement).catch(rethrowTranslated));

  const transaction: Transaction = {
    rows,
    script: async (sql) => {
      await query(sql);
    },
    addJob: async (job) => {
      await rows(addJobStatement(job));
    },
    afterCommit: (action) => {
      actions.push(action);
    },
    copyIn: (target, rows) => inTurn(() => copyIn(client, target, rows)),
    savepoint: async (work) => {
      savepoints += 1;
      const name = `s${savepoints}`;
      const kept = actions.length;
      await query(`savepoint ${name}`);
      try {
        const result = await work();
        await query(`release savepoint ${name}`);
        return result;
      } catch (failure) {
        actions.length = kept;
        await query(`rollback to savepoint ${name}; release savepoint ${name}`);
        throw failure;
      }
    },
  };

  const end = async () => {
    ended = true;
    await tail;
    return actions;
  };
  return { transaction, end };
}

function addJobStatement(job: JobRequest) {
  return {
    name: 'store.addJob',
    text: `select 1 from graphile_worker.add_job($1, payload := $2::json, run_at := to_timestamp($3::double precision / 1000), job_key := $4)`,
    values: [job.task, JSON.stringify(job.payload), job.runAt ?? null, job.key ?? null],
  };
}

/** What the source of the rows throws comes back as it is; only failures of the database are translated. */
async function copyIn(
  client: PoolClient,
  target: Parameters<Transaction['copyIn']>[0],
  rows: Parameters<Transaction['copyIn']>[1],
): Promise<number> {
  const columns = target.columns.map(quoteIdent).join(', ');
  const table = `${quoteIdent(target.schema)}.${quoteIdent(target.table)}`;
  let sourceFailure: unknown;
  async function* chunks(): AsyncGenerator<string> {
    try {
      yield* encodeCopyRows(rows);
    } catch (failure) {
      sourceFailure = failure;
      throw failure;
    }
  }
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  await pipeline(chunks(), stream).catch((failure: unknown) => {
    throw sourceFailure ?? translateSqlstate(failure);
  });
  return stream.rowCount;
}
