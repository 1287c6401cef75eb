import { quoteIdent } from '@muster/sql';
import type { Queryable, TextRow } from '../database.js';
import type { Org } from '../org.js';
import type { ChangeKind } from './append-change.js';

export interface Change {
  /** Dense: the change after it has the next number. The streaming API's replay id. */
  readonly position: number;
  readonly object: string;
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
  /** API names of the changed fields; undefined for all. */
  readonly fields: readonly string[] | undefined;
  /** Values by id; undefined when none were given or their time is over. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  readonly userId: string | undefined;
  /** The same for all changes of one transaction. */
  readonly transactionId: string;
  /** When the transaction began, milliseconds. */
  readonly changedAt: number;
}

/**
 * What follows a position. `reset`: the log no longer reaches back to it, or never came that far, and whoever asks
 * has to begin again from a snapshot of the data; a position read in that snapshot before the data is safe.
 */
export type ChangesRead =
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly head: number }
  | { readonly kind: 'reset'; readonly head: number };

export interface ChangesAsked {
  readonly after: number;
  readonly limit: number;
  /** For a reader that needs field values, and has to begin again once they are forgotten. */
  readonly needsValues?: boolean;
}

/** At most `limit` changes after a position, in order; `head` is the last position there is. */
export async function readChanges(
  queryable: Queryable,
  org: Org,
  { after, limit, needsValues = false }: ChangesAsked,
): Promise<ChangesRead> {
  const schema = quoteIdent(org.schema);
  const rows = await queryable.rows({
    name: 'store.readChanges',
    text: `select head.position, case when $3::boolean then head.first_values_position else head.first_position end, log.position, log.object, log.kind, to_json(log.ids),
             to_json(log.fields), log.values, log.user_id, log.transaction_id,
             (extract(epoch from log.changed_at) * 1000)::bigint
           from ${schema}._change_head as head
           left join lateral (
             select * from ${schema}._change_log where position > $1::bigint order by position limit $2::int
           ) as log on true
           order by log.position`,
    values: [after, limit, needsValues],
  });
  const head = Number(rows[0]?.[0]);
  const first = Number(rows[0]?.[1]);
  if (after < first - 1 || after > head) return { kind: 'reset', head };
  return { kind: 'changes', head, changes: rows.filter((row) => row[2] !== null).map(readChange) };
}

/** The last position of an org's log. */
export async function readChangeHead(queryable: Queryable, org: Org): Promise<number> {
  const [row] = await queryable.rows({
    name: 'store.readChangeHead',
    text: `select position from ${quoteIdent(org.schema)}._change_head`,
    values: [],
  });
  return Number(row?.[0]);
}

function readChange(row: TextRow): Change {
  const [, , position, object, kind, ids, fields, values, userId, transactionId, changedAt] = row;
  return {
    position: Number(position),
    object: object ?? '',
    kind: kind as ChangeKind,
    ids: JSON.parse(ids ?? '[]'),
    fields: fields ? JSON.parse(fields) : undefined,
    values: values ? JSON.parse(values) : undefined,
    userId: userId ?? undefined,
    transactionId: transactionId ?? '',
    changedAt: Number(changedAt),
  };
}
