import { findField, type ObjectDef } from '@muster/metadata';
import { appendChange, type ChangeKind } from '@muster/store';
import { liveRows, type SaveBatch } from './batch.js';

const KINDS = { insert: 'create', update: 'update', delete: 'delete', undelete: 'undelete' } as const;

/** Change rows of the batch, in its own transaction; the sequencer gives them positions once they are committed. */
export async function logChanges(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (rows.length === 0 || batch.kind === 'purge') return;
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

/** One change of many records of an object. */
export async function logChange(
  batch: SaveBatch,
  object: ObjectDef,
  kind: ChangeKind,
  ids: readonly string[],
  fields?: readonly string[],
): Promise<void> {
  const { engine, principal } = batch.state;
  const change = { object: object.name, kind, ids, userId: principal.userId };
  await appendChange(batch.transaction, engine.org, fields === undefined ? change : { ...change, fields });
}
