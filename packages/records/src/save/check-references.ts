import { recordScope } from '@muster/access';
import { keyPrefixOf } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, type ObjectDef, tableName } from '@muster/metadata';
import { and, anyOf, column, type Expr, not } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { changes, liveRows, referenceFields, refuse, type SaveBatch, type SaveRow } from './batch.js';

/** Every lookup the save sets points at a record that exists, of a fitting object, within the writer's reach. */
export async function checkReferences(batch: SaveBatch): Promise<void> {
  for (const field of referenceFields(batch.object)) {
    const name = columnName(field);
    if (name === 'createdbyid' || name === 'lastmodifiedbyid') continue;
    const rows = liveRows(batch).filter((row) => changes(row, name) && row.values.get(name) !== null);
    if (rows.length > 0) await checkField(batch, field, rows);
  }
}

async function checkField(batch: SaveBatch, field: FieldDef, rows: readonly SaveRow[]): Promise<void> {
  const name = columnName(field);
  const byObject = new Map<ObjectDef, Set<string>>();
  for (const row of rows) {
    const id = row.values.get(name) as string;
    const object = batch.state.snapshot.objectsByPrefix.get(keyPrefixOf(id));
    if (object === undefined || !field.referenceTo?.includes(object.name)) {
      refuse(row, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
      continue;
    }
    byObject.set(object, (byObject.get(object) ?? new Set()).add(id));
  }
  const found = new Set<string>();
  for (const [object, ids] of byObject) {
    for (const id of await existing(batch, field, object, [...ids])) found.add(id);
  }
  for (const row of rows) {
    if (row.errors.length === 0 && !found.has(row.values.get(name) as string)) {
      refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    }
  }
}

/**
 * Details need a master the writer may edit, unless the field says that seeing it is enough; plain lookups one that may
 * be seen. Owners may be anyone active.
 */
async function existing(
  batch: SaveBatch,
  field: FieldDef,
  object: ObjectDef,
  ids: readonly string[],
): Promise<string[]> {
  const { state } = batch;
  const access = {
    snapshot: state.snapshot,
    principal: state.principal,
    rights: state.rights,
    schema: state.engine.org.schema,
  };
  const isDetail = fieldType(field).reference === 'master' && !field.writeRequiresMasterRead;
  const reach = isDetail ? 'edit' : 'read';
  const scope = field.name === 'OwnerId' ? undefined : recordScope(access, object, 'p', reach);
  const rows = await runSelect(state, {
    kind: 'Select',
    columns: [{ expr: column('p', 'id'), alias: 'id' }],
    from: { kind: 'Table', schema: state.engine.org.schema, name: tableName(object), alias: 'p' },
    joins: [],
    where: and(anyOf(column('p', 'id'), ids), not(column('p', 'isdeleted')), scope) as Expr,
  });
  return rows.map((row) => row[0] as string);
}
