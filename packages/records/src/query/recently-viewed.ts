import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';

/** Records kept of each user (Object Reference, "RecentlyViewed"). */
const KEPT = 200;

const table = ({ engine }: SessionState) => `${quoteIdent(engine.org.schema)}._recently_viewed`;

/** Remembers that the reader looked at these records, the last of them last. Guests are nobody in particular. */
export async function markViewed(state: SessionState, ids: readonly Id[]): Promise<void> {
  const { queryable, principal, engine } = state;
  if (ids.length === 0 || principal.kind === 'guest') return;
  await queryable.rows({
    name: 'records.markViewed',
    text: `insert into ${table(state)} (user_id, record_id, viewed_at)
      select $1, id, to_timestamp($3::float8 / 1000) + n * interval '1 microsecond'
      from unnest($2::text[]) with ordinality as seen (id, n)
      on conflict (user_id, record_id) do update set viewed_at = excluded.viewed_at`,
    values: [principal.userId, ids.slice(-KEPT), engine.clock.now()],
  });
  await queryable.rows({
    name: 'records.forgetViewed',
    text: `delete from ${table(state)} where user_id = $1 and record_id in (
        select record_id from ${table(state)} where user_id = $1 order by viewed_at desc offset ${KEPT})`,
    values: [principal.userId],
  });
}

/** The records the reader looked at last, newest first, as far as they are still within reach when read. */
export async function recentlyViewed(state: SessionState, limit: number): Promise<Id[]> {
  const rows = await state.queryable.rows({
    name: 'records.recentlyViewed',
    text: `select record_id from ${table(state)} where user_id = $1 order by viewed_at desc limit $2`,
    values: [state.principal.userId, Math.min(limit, KEPT)],
  });
  return rows.map(([id]) => id as Id);
}
