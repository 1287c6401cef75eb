import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type pg from 'pg';
import { LOCK_SPACE } from '../advisory-lock.js';
import { type HeldConnection, holdConnection } from '../hold-connection.js';
import type { PooledDatabase } from '../open-database.js';
import { sequenceStatement } from './sequence-statement.js';

export interface SequencerOptions {
  readonly database: PooledDatabase;
  readonly log: Log;
  /** Milliseconds between looks at the pending rows; 30 when not given. */
  readonly interval?: number;
}

/** Milliseconds between attempts to be elected for orgs that have no sequencer, new ones among them. */
const ELECTION_INTERVAL = 1_000;

/**
 * Gives committed changes their positions. Every server process runs one; for each org one of them is elected, by an
 * advisory lock of its connection, and another follows as soon as that connection ends.
 */
export function runSequencer({ database, log, interval = 30 }: SequencerOptions): HeldConnection {
  return holdConnection(database, log, async (client, signal) => {
    const elected = new Set<string>();
    let nextElection = 0;
    while (!signal.aborted) {
      if (Date.now() >= nextElection) {
        await standForElection(client, elected);
        nextElection = Date.now() + ELECTION_INTERVAL;
      }
      for (const schema of await findPending(client, [...elected])) await sequence(client, schema);
      await sleep(interval, undefined, { signal }).catch(() => undefined);
    }
  });
}

async function standForElection(client: pg.Client, elected: Set<string>): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(
    `select schema_name from directory.org
     where schema_name <> all($1) and to_regclass(quote_ident(schema_name) || '._change_head') is not null
       and pg_try_advisory_lock(hashtextextended(schema_name, ${LOCK_SPACE.sequencer}))`,
    [[...elected]],
  );
  for (const { schema_name } of rows) elected.add(schema_name);
}

/** One statement looks at all orgs, so that many quiet ones cost as little as one. */
async function findPending(client: pg.Client, schemas: readonly string[]): Promise<string[]> {
  if (schemas.length === 0) return [];
  const looks = schemas.map(
    (schema, i) => `select ${i} as number where exists (select from ${quoteIdent(schema)}._change_pending)`,
  );
  const { rows } = await client.query<{ number: number }>(looks.join(' union all '));
  return rows.flatMap(({ number }) => schemas[number] ?? []);
}

/** Until nothing is pending: the statement takes a bounded number of rows at a time. */
async function sequence(client: pg.Client, schema: string): Promise<void> {
  const { text, batch } = sequenceStatement(schema);
  for (;;) {
    const { rows } = await client.query<{ moved: string }>(text);
    if (Number(rows[0]?.moved) < batch) return;
  }
}
