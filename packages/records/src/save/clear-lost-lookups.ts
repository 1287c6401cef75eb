import { columnName, fieldType, findObject, type ObjectDef, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { referenceFields, type SaveBatch } from './batch.js';

/** Users are never deleted. */
const PEOPLE = new Set(['createdbyid', 'lastmodifiedbyid', 'ownerid']);

/** Empties what records that are back say of records that were deleted meanwhile: their lookups, not their masters. */
export async function clearLostLookups(
  { state, transaction }: SaveBatch,
  object: ObjectDef,
  ids: readonly string[],
): Promise<void> {
  const schema = quoteIdent(state.engine.org.schema);
  for (const field of referenceFields(object)) {
    const name = columnName(field);
    if (PEOPLE.has(name) || fieldType(field).reference === 'master') continue;
    for (const target of field.referenceTo ?? []) {
      const pointed = findObject(state.snapshot, target);
      if (pointed === undefined) continue;
      const column = quoteIdent(name);
      await transaction.rows({
        text: `update ${schema}.${quoteIdent(tableName(object))} t set ${column} = null
          from ${schema}.${quoteIdent(tableName(pointed))} p
          where t.id = any ($1::text[]) and p.id = t.${column} and p.isdeleted`,
        values: [ids],
      });
    }
  }
}
