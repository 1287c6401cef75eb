import { columnName, fieldType, findField, findObject, type ObjectDef, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';
import { clearLostLookups } from './clear-lost-lookups.js';
import { logChange } from './log-changes.js';

/** Takes records out of the recycle bin, and with them what followed them into it. */
export async function writeUndeletes(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id as string);
  await write(batch, batch.object, 'isdeleted = false', 'isdeleted', ids);
  const back = await restoreTraces(batch, ids);
  for (const [object, own] of [[batch.object, ids] as const, ...back])
    await clearLostLookups(batch, object, own);
}

/** One kind of thing that happened to the followers: records of one object deleted, or one of its lookups emptied. */
interface Followers {
  readonly object: ObjectDef;
  readonly field: string | null;
  readonly ids: string[];
  readonly values: string[];
}

/** Gives the records that came back, by object. */
async function restoreTraces(
  batch: SaveBatch,
  roots: readonly string[],
): Promise<readonly (readonly [ObjectDef, readonly string[]])[]> {
  const restored: (readonly [ObjectDef, readonly string[]])[] = [];
  for (const { object, field, ids, values } of await takeTraces(batch, roots)) {
    if (field === null) {
      const back = await write(
        batch,
        object,
        'isdeleted = false',
        `isdeleted and ${mastersAreThere(batch, object)}`,
        ids,
      );
      await logChange(batch, object, 'undelete', back);
      restored.push([object, back]);
      continue;
    }
    const known = findField(object, field);
    if (known === undefined) continue;
    const name = quoteIdent(field);
    const where = `t.${name} is null and not isdeleted`;
    const back = await write(batch, object, `${name} = went.value`, where, ids, values);
    await logChange(batch, object, 'update', back, [known.name]);
  }
  return restored;
}

/** What went along with these records, in the order it went, so that masters come back before their details. */
async function takeTraces(
  { state, transaction }: SaveBatch,
  roots: readonly string[],
): Promise<readonly Followers[]> {
  const rows = await transaction.rows({
    text: `with taken as (
        delete from ${quoteIdent(state.engine.org.schema)}._recycled where root_id = any ($1::text[])
        returning number, object, field, record_id, value
      )
      select object, field, record_id, value from taken order by number`,
    values: [roots],
  });
  const groups = new Map<string, Followers>();
  for (const [name, field, id, value] of rows) {
    const object = findObject(state.snapshot, name ?? '');
    if (object === undefined) continue;
    const key = `${name}.${field}`;
    const group = groups.get(key) ?? { object, field: field ?? null, ids: [], values: [] };
    group.ids.push(id ?? '');
    group.values.push(value ?? '');
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A detail of several masters comes back when all of them are there. */
function mastersAreThere({ state }: SaveBatch, object: ObjectDef): string {
  const schema = quoteIdent(state.engine.org.schema);
  const masters = object.fields.filter((field) => fieldType(field).reference === 'master');
  const conditions = masters.flatMap((field) =>
    (field.referenceTo ?? []).flatMap((name) => {
      const master = findObject(state.snapshot, name);
      const table = master && `${schema}.${quoteIdent(tableName(master))}`;
      const column = quoteIdent(columnName(field));
      return table ? [`not exists (select 1 from ${table} m where m.id = t.${column} and m.isdeleted)`] : [];
    }),
  );
  return ['true', ...conditions].join(' and ');
}

/** Sets something in rows that meet a condition and gives the ids of those that did. */
async function write(
  { state, transaction, savedAt }: SaveBatch,
  object: ObjectDef,
  set: string,
  where: string,
  ids: readonly string[],
  values: readonly string[] = ids,
): Promise<readonly string[]> {
  const rows = await transaction.rows({
    text: `update ${quoteIdent(state.engine.org.schema)}.${quoteIdent(tableName(object))} as t
      set ${set}, systemmodstamp = $3::timestamptz, lastmodifieddate = $3::timestamptz, lastmodifiedbyid = $4,
        _version = _version + 1
      from unnest($1::text[], $2::text[]) as went (id, value) where t.id = went.id and ${where} returning t.id`,
    values: [ids, values, savedAt, state.principal.userId],
  });
  return rows.map(([id]) => id as string);
}
