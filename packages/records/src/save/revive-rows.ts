import { keyPrefixOf } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, referenceFields, refuse, type SaveBatch } from './batch.js';

/**
 * Makes rows of the recycle bin whole again before they come out: every stored value counts as newly set, so that the
 * checks behind look at all of them. A detail whose master is gone is refused.
 */
export async function reviveRows(batch: SaveBatch): Promise<void> {
  for (const row of liveRows(batch)) {
    for (const [name, value] of row.previous ?? []) if (value !== null) row.values.set(name, value);
    row.previous = undefined;
  }
  const masters = referenceFields(batch.object).filter((field) => fieldType(field).reference === 'master');
  for (const field of masters) await checkMasters(batch, field);
}

async function checkMasters(batch: SaveBatch, field: FieldDef): Promise<void> {
  const masterOf = new Map(liveRows(batch).map((row) => [row, row.values.get(columnName(field)) ?? '']));
  const found = await existing(batch, [...masterOf.values()]);
  for (const [row, id] of masterOf) {
    if (found.has(id)) continue;
    refuse(row, 'UNDELETE_FAILED', `${field.label}: the record it belongs to is deleted`, [field.name]);
  }
}

async function existing(
  { state, transaction }: SaveBatch,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const prefix of new Set(ids.map(keyPrefixOf))) {
    const object = state.snapshot.objectsByPrefix.get(prefix);
    if (object === undefined) continue;
    const rows = await transaction.rows({
      text: `select id from ${quoteIdent(state.engine.org.schema)}.${quoteIdent(tableName(object))}
        where id = any ($1::text[]) and not isdeleted`,
      values: [ids.filter((id) => keyPrefixOf(id) === prefix)],
    });
    for (const [id] of rows) found.add(id as string);
  }
  return found;
}
