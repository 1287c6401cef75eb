import { type Log, MusterError } from '@muster/kernel';
import type pg from 'pg';
import type { Queryable, Transaction } from './database.js';
import type { RunStatement } from './run-statement.js';
import { openTransaction } from './transaction.js';
import { isConnectionFailure, rethrowTranslated } from './translate-sqlstate.js';

/** Runs `work` between BEGIN and COMMIT on a connection, or ROLLBACK when it rejects; then what waits for the commit. */
export async function runTransaction<T>(
  client: pg.PoolClient,
  run: RunStatement,
  log: Log,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  await client.query('begin isolation level read committed').catch(rethrowTranslated);
  const { transaction, end } = openTransaction(client, run);
  let result: T;
  try {
    result = await work(transaction);
  } catch (failure) {
    await end();
    await client.query('rollback').catch(() => undefined);
    throw failure;
  }
  const actions = await end();
  await commit(client);
  for (const action of actions) {
    try {
      action();
    } catch (failure) {
      log.error({ err: failure }, 'An action after commit failed.');
    }
  }
  return result;
}

/** Runs `work` on one moment of the database, which it cannot change. */
export async function runSnapshot<T>(
  client: pg.PoolClient,
  run: RunStatement,
  work: (queryable: Queryable) => Promise<T>,
): Promise<T> {
  await client.query('begin isolation level repeatable read read only').catch(rethrowTranslated);
  try {
    return await work({ rows: (statement) => run(client, statement).catch(rethrowTranslated) });
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (failure) {
    if (!isConnectionFailure(failure)) throw failure;
    const message =
      'The connection was lost while the change was being saved. It may or may not have been saved; look before repeating it.';
    throw new MusterError('SERVER_UNAVAILABLE', message, { data: { outcome: 'unknown' }, cause: failure });
  }
  if (command !== 'COMMIT') throw new Error('The transaction had already failed and was rolled back.');
}
