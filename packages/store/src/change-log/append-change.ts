import { quoteIdent } from '@muster/sql';
import type { Transaction } from '../database.js';
import type { Org } from '../org.js';

export type ChangeKind = 'create' | 'update' | 'delete' | 'undelete';

export interface NewChange {
  /** API name of the object. */
  readonly object: string;
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
  /** API names of the fields that changed; all of them when not given. */
  readonly fields?: readonly string[];
  /** Field values by id, kept for a few days only. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Who did it; not given for what has no author. */
  readonly userId?: string;
}

/** Ids one row of the log stands for at most. */
const IDS_PER_ROW = 200;

/**
 * Says in the transaction that records changed. It has no position yet: the sequencer gives one when the
 * transaction is committed, so that no writer waits for another.
 */
export async function appendChange(transaction: Transaction, org: Org, change: NewChange): Promise<void> {
  const { object, kind, ids, fields, values, userId } = change;
  if (ids.length === 0) return;
  const chunks = [];
  for (let start = 0; start < ids.length; start += IDS_PER_ROW) {
    const chunk = ids.slice(start, start + IDS_PER_ROW);
    chunks.push({ ids: chunk, values: values && Object.fromEntries(chunk.map((id) => [id, values[id]])) });
  }
  await transaction.rows({
    name: 'store.appendChange',
    text: `insert into ${quoteIdent(org.schema)}._change_pending (object, kind, ids, fields, values, user_id)
           select $1, $2, array(select jsonb_array_elements_text(chunk -> 'ids')), $3, chunk -> 'values', $4
           from jsonb_array_elements($5::jsonb) with ordinality as c (chunk, number) order by number`,
    values: [object, kind, fields ?? null, userId ?? null, JSON.stringify(chunks)],
  });
}
