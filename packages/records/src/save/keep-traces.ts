import { columnName, type FieldDef, type ObjectDef } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { SaveBatch } from './batch.js';

/** A record that followed another into the recycle bin, or whose lookup to it was emptied. */
export interface Trace {
  readonly id: string;
  /** The record of the batch it followed. */
  readonly root: string;
  /** What the lookup held. */
  readonly value?: string;
}

/** Keeps what went along with deleted records, for undelete; `field` is the lookup that was emptied, if that is what happened. */
export async function keepTraces(
  { state, transaction }: SaveBatch,
  object: ObjectDef,
  field: FieldDef | undefined,
  traces: readonly Trace[],
): Promise<void> {
  await transaction.rows({
    text: `insert into ${quoteIdent(state.engine.org.schema)}._recycled (root_id, object, record_id, field, value)
      select root, $1, id, $2, value from unnest($3::text[], $4::text[], $5::text[]) as went (root, id, value)`,
    values: [
      object.name,
      field === undefined ? null : columnName(field),
      traces.map(({ root }) => root),
      traces.map(({ id }) => id),
      traces.map(({ value }) => value ?? null) as string[],
    ],
  });
}
