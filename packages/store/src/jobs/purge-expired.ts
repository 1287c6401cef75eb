import { quoteIdent } from '@muster/sql';
import type { Database } from '../database.js';
import type { Org } from '../org.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Rows deleted by one statement, so that none holds its locks for long. */
const BATCH = 5_000;

interface Kept {
  readonly table: string;
  /** Milliseconds rows stay after they serve nothing any more. */
  readonly keptFor: number;
  /** When a row stopped serving, as SQL over its columns. */
  readonly endedAt: string;
}

/** What an org's own tables keep, and for how long; `docs/administrators.md` says the same in words. */
const KEPT: readonly Kept[] = [
  { table: '_client_key', keptFor: 30 * DAY, endedAt: 'created_at' },
  {
    table: '_session',
    keptFor: DAY,
    endedAt: 'least(absolute_expires_at, idle_expires_at, revoked_at)',
  },
  { table: '_verification', keptFor: DAY, endedAt: 'expires_at' },
  { table: '_oauth_grant', keptFor: DAY, endedAt: 'expires_at' },
  { table: '_query_cursor', keptFor: 0, endedAt: 'expires_at' },
  { table: '_sign_in_attempt', keptFor: DAY, endedAt: 'greatest(failed_at, blocked_until)' },
  { table: '_bulk_job', keptFor: 15 * DAY, endedAt: 'created_at' },
  { table: '_bulk_batch_job', keptFor: 7 * DAY, endedAt: 'created_at' },
  { table: '_bulk_query', keptFor: 7 * DAY, endedAt: 'created_at' },
  // Deploys are the org's history and stay.
  { table: '_deploy', keptFor: 7 * DAY, endedAt: "case when kind = 'retrieve' then completed_at end" },
  { table: '_export_log', keptFor: 400 * DAY, endedAt: 'created_at' },
  { table: '_api_usage', keptFor: 400 * DAY, endedAt: 'day::timestamptz' },
];

/** Deletes what has ended and been kept long enough. Gives the number of rows by table. */
export async function purgeExpired(
  database: Database,
  org: Org,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const purged = new Map<string, number>();
  for (const kept of KEPT) purged.set(kept.table, await purgeTable(database, org, kept, now));
  return purged;
}

async function purgeTable(
  database: Database,
  org: Org,
  { table, keptFor, endedAt }: Kept,
  now: number,
): Promise<number> {
  const name = `${quoteIdent(org.schema)}.${quoteIdent(table)}`;
  const text = `with ended as (
      select ctid from ${name} where ${endedAt} < to_timestamp($1::double precision / 1000) limit ${BATCH}
    ), gone as (
      delete from ${name} where ctid = any (array(select ctid from ended)) returning 1
    )
    select count(*) from gone`;
  let purged = 0;
  for (;;) {
    const [row] = await database.rows({ text, values: [now - keptFor] });
    const count = Number(row?.[0] ?? 0);
    purged += count;
    if (count < BATCH) return purged;
  }
}
