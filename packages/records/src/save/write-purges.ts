import { columnName, findObject, type ObjectDef, referencesTo, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { liveRows, type SaveBatch } from './batch.js';

/** Removes records of the recycle bin for good, with what followed them into it and the history of either. */
export async function writePurges(batch: SaveBatch): Promise<void> {
  const ids = liveRows(batch).map((row) => row.id as string);
  if (ids.length === 0) return;
  const followers = await takeFollowers(batch, ids);
  await purge(batch, batch.object, ids);
  for (const [object, own] of followers) await purge(batch, object, own);
}

async function takeFollowers(
  { state, transaction }: SaveBatch,
  roots: readonly string[],
): Promise<ReadonlyMap<ObjectDef, readonly string[]>> {
  const rows = await transaction.rows({
    text: `delete from ${quoteIdent(state.engine.org.schema)}._recycled where root_id = any ($1::text[])
      returning object, record_id, field`,
    values: [roots],
  });
  const followers = new Map<ObjectDef, string[]>();
  for (const [name, id, field] of rows) {
    const object = findObject(state.snapshot, name ?? '');
    if (object === undefined || field !== null) continue;
    followers.set(object, [...(followers.get(object) ?? []), id ?? '']);
  }
  return followers;
}

async function purge(
  { state, transaction }: SaveBatch,
  object: ObjectDef,
  ids: readonly string[],
): Promise<void> {
  const table = (of: ObjectDef) => `${quoteIdent(state.engine.org.schema)}.${quoteIdent(tableName(of))}`;
  const gone = await transaction.rows({
    text: `delete from ${table(object)} where id = any ($1::text[]) and isdeleted returning id`,
    values: [ids],
  });
  for (const { object: history, field } of referencesTo(state.snapshot, object)) {
    if (history.kind !== 'history') continue;
    await transaction.rows({
      text: `delete from ${table(history)} where ${quoteIdent(columnName(field))} = any ($1::text[])`,
      values: [gone.map(([id]) => id as string)],
    });
  }
}
