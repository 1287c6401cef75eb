import { refuse, type SaveBatch } from './batch.js';

/** The right to create, edit or delete records of the object at all. */
export async function checkObjectRights(batch: SaveBatch): Promise<void> {
  if (batch.object.kind === 'customMetadata') {
    const declared = `${batch.object.name} records are declared by metadata: deploy them instead`;
    for (const row of batch.rows) refuse(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', declared);
    return;
  }
  if (batch.object.kind === 'history') {
    const kept = `${batch.object.name} records are kept by saves of ${batch.object.historyOf}`;
    for (const row of batch.rows) refuse(row, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', kept);
    return;
  }
  const access = batch.state.rights.object(batch.object);
  const allowed = {
    insert: access.create,
    update: access.edit,
    delete: access.delete,
    undelete: access.delete,
    purge: access.delete,
  }[batch.kind];
  if (allowed) return;
  const message =
    batch.kind === 'insert'
      ? `entity type cannot be inserted: ${batch.object.label}`
      : 'insufficient access rights on object id';
  const code =
    batch.kind === 'insert' ? 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' : 'INSUFFICIENT_ACCESS_OR_READONLY';
  for (const row of batch.rows) refuse(row, code, message);
}
