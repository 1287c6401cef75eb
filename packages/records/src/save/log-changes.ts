import { findField, type ObjectDef } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';

const IDS_PER_ROW = 200;
const KINDS = { insert: 'create', update: 'update', delete: 'delete' } as const;

/** Change rows of the batch, in its own transaction; the sequencer gives them positions once they are committed. */
export async function logChanges(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (rows.length === 0) return;
  const changed =
    batch.kind === 'update'
      ? [...new Set(rows.flatMap((row) => [...row.values.keys()]))].flatMap(
          (name) => findField(batch.object, name)?.name ?? [],
        )
      : undefined;
  await logChange(
    batch,
    batch.object,
    KINDS[batch.kind],
    rows.map((row) => row.id as string),
    changed,
  );
}

/** One change of many records of an object: a row per 200 ids. */
export async function logChange(
  batch: SaveBatch,
  object: ObjectDef,
  kind: 'create' | 'update' | 'delete',
  ids: readonly string[],
  fields?: readonly string[],
): Promise<void> {
  const table = `${quoteIdent(batch.state.engine.org.schema)}._change_pending`;
  for (let start = 0; start < ids.length; start += IDS_PER_ROW) {
    await batch.transaction.rows({
      name: 'records.logChange',
      text: `insert into ${table} (object, kind, ids, fields, user_id) values ($1, $2, $3, $4, $5)`,
      values: [
        object.name,
        kind,
        ids.slice(start, start + IDS_PER_ROW),
        fields ?? null,
        batch.state.principal.userId,
      ],
    });
  }
}
