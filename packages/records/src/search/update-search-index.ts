import { findObject, type ObjectDef, type Snapshot, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import {
  type Database,
  type Org,
  readChangeHead,
  readChanges,
  type Transaction,
  tryLock,
} from '@muster/store';
import { searchedColumns } from './searched-columns.js';
import { writeWords } from './write-words.js';

export interface SearchIndexParts {
  readonly database: Database;
  readonly org: Org;
  readonly snapshot: Snapshot;
}

/** Rows of the change log taken in by one transaction, 200 records each at most. */
const CHANGES = 20;
/** Records of an object taken in by one transaction while it is new to the index. */
const RECORDS = 2_000;

/**
 * Brings the index of words a step nearer to the records: what changed since, or a part of an object that is new to it.
 * One process of all does so at a time.
 * @returns whether there is more to do at once
 */
export async function updateSearchIndex(parts: SearchIndexParts): Promise<boolean> {
  const { database, org } = parts;
  return database.transaction(async (transaction) => {
    if (!(await tryLock(transaction, 'search', org.schema))) return false;
    await transaction.script('set local statement_timeout = 0');
    const known = await registerObjects(transaction, parts);
    if (await takeChanges(transaction, org, known)) return true;
    const next = known.find((entry) => !entry.isBuilt);
    if (next === undefined) return false;
    await takeRecords(transaction, org, next);
    return true;
  });
}

interface KnownObject {
  readonly object: ObjectDef;
  readonly builtThrough: string;
  readonly isBuilt: boolean;
}

/** Lets go of objects that are gone or whose fields changed, and takes note of those that are new. */
async function registerObjects(
  transaction: Transaction,
  { org, snapshot }: SearchIndexParts,
): Promise<readonly KnownObject[]> {
  const schema = quoteIdent(org.schema);
  const wanted = [...snapshot.objects.values()]
    .map((object) => ({ object: object.name, columns: searchedColumns(object) }))
    .filter(({ columns }) => columns.length > 0);
  const values = [JSON.stringify(wanted)];
  const wantedRows = 'json_to_recordset($1::json) as w (object text, columns text[])';
  await transaction.rows({
    text: `with gone as (
        delete from ${schema}._search_object as o
        where not exists (select from ${wantedRows} where w.object = o.object and w.columns = o.columns)
        returning object
      )
      delete from ${schema}._search where object in (select object from gone)`,
    values,
  });
  await transaction.rows({
    text: `insert into ${schema}._search_object (object, columns)
      select w.object, w.columns from ${wantedRows} on conflict do nothing`,
    values,
  });
  const rows = await transaction.rows({
    text: `select object, built_through, is_built from ${schema}._search_object order by object`,
    values: [],
  });
  return rows.flatMap(([name, builtThrough, isBuilt]) => {
    const object = findObject(snapshot, name ?? '');
    return object ? [{ object, builtThrough: builtThrough ?? '', isBuilt: isBuilt === 't' }] : [];
  });
}

/** Whether there may be more of them. */
async function takeChanges(
  transaction: Transaction,
  org: Org,
  known: readonly KnownObject[],
): Promise<boolean> {
  const schema = quoteIdent(org.schema);
  const [row] = await transaction.rows({ text: `select position from ${schema}._search_head`, values: [] });
  const after = Number(row?.[0]);
  const read = await readChanges(transaction, org, { after, limit: CHANGES });
  if (read.kind === 'reset') {
    await transaction.script(`update ${schema}._search_object set is_built = false, built_through = ''`);
    await moveHead(transaction, org, await readChangeHead(transaction, org));
    return true;
  }
  const last = read.changes.at(-1);
  if (last === undefined) return false;
  for (const { object } of known) {
    const changes = read.changes.filter((change) => change.object === object.name);
    const ids = new Set(changes.flatMap((change) => change.ids));
    if (ids.size > 0) await writeWords(transaction, org, object, [...ids]);
  }
  await moveHead(transaction, org, last.position);
  return last.position < read.head;
}

async function moveHead(transaction: Transaction, org: Org, position: number): Promise<void> {
  await transaction.rows({
    text: `update ${quoteIdent(org.schema)}._search_head set position = $1::bigint`,
    values: [position],
  });
}

/** The next records of an object in the order of their ids, until there are none. */
async function takeRecords(
  transaction: Transaction,
  org: Org,
  { object, builtThrough }: KnownObject,
): Promise<void> {
  const schema = quoteIdent(org.schema);
  const rows = await transaction.rows({
    text: `select id from ${schema}.${quoteIdent(tableName(object))} where id > $1 order by id limit ${RECORDS}`,
    values: [builtThrough],
  });
  const ids = rows.map(([id]) => id ?? '');
  if (ids.length > 0) await writeWords(transaction, org, object, ids);
  await transaction.rows({
    text: `update ${schema}._search_object
      set built_through = coalesce($2, built_through), is_built = $3::boolean where object = $1`,
    values: [object.name, ids.at(-1) ?? null, ids.length < RECORDS],
  });
}
