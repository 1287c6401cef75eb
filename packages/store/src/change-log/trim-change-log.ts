import { quoteIdent } from '@muster/sql';
import type { Database } from '../database.js';
import type { Org } from '../org.js';

const DAY = 24 * 60 * 60 * 1000;
/** Field values are kept for 3 days, rows without them for 30. */
const KEEP_VALUES = 3 * DAY;
const KEEP_ROWS = 30 * DAY;

/** Forgets what is older than the log keeps. Readers that had not come so far are told to begin again. */
export async function trimChangeLog(database: Database, org: Org, now: number): Promise<void> {
  const schema = quoteIdent(org.schema);
  await database.rows({
    text: `with bound as (
             select coalesce(max(position), 0) + 1 as first from ${schema}._change_log
             where sequenced_at < to_timestamp($1::double precision / 1000)
           ), head as (
             update ${schema}._change_head set first_position = greatest(first_position, bound.first),
               first_values_position = greatest(first_values_position, bound.first)
             from bound
           )
           delete from ${schema}._change_log using bound where position < bound.first`,
    values: [now - KEEP_ROWS],
  });
  await database.rows({
    text: `with bound as (
             select coalesce(max(position), 0) + 1 as first from ${schema}._change_log
             where sequenced_at < to_timestamp($1::double precision / 1000)
           ), head as (
             update ${schema}._change_head set first_values_position = greatest(first_values_position, bound.first)
             from bound
           )
           update ${schema}._change_log set values = null from bound
           where position < bound.first and values is not null`,
    values: [now - KEEP_VALUES],
  });
}
