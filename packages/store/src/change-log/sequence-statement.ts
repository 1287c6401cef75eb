import { quoteIdent } from '@muster/sql';

const BATCH = 2_000;

/** Channel of the only notification: payload is the org's schema, a blank, and the new head position. */
export const CHANGE_CHANNEL = 'muster_change';

const COLUMNS = 'object, kind, ids, fields, values, user_id, transaction_id, changed_at';

/**
 * Moves pending rows into the log in one statement and so in one transaction: dense positions after the head, in
 * the order of their ids, which is the order of cause and effect. The head is locked first: should two ever run at
 * once, the second reads the head that the first left, and rows the first has moved are gone for it.
 */
export function sequenceStatement(schema: string): { readonly text: string; readonly batch: number } {
  const org = quoteIdent(schema);
  const text = `
    with head as materialized (
      select position from ${org}._change_head for update
    ), taken as (
      delete from ${org}._change_pending
      where id in (select id from ${org}._change_pending order by id limit ${BATCH})
      returning *
    ), moved as (
      insert into ${org}._change_log (position, ${COLUMNS})
      select head.position + row_number() over (order by taken.id), ${COLUMNS}
      from taken cross join head
      returning 1
    ), total as (
      select count(*) as moved from moved
    ), advanced as (
      update ${org}._change_head set position = position + total.moved from total where total.moved > 0
      returning position
    ), told as (
      select pg_notify('${CHANGE_CHANNEL}', '${schema} ' || position) from advanced
    )
    select total.moved, (select count(*) from told) from total`;
  return { text, batch: BATCH };
}
