import { columnName, fieldType, findField, tableName, VERSION_COLUMN } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

/** Above this many rows COPY is quicker than INSERT from arrays. */
const COPY_FROM = 50;

/** Writes the batch: new rows by COPY or one INSERT, changed rows by one UPDATE per set of columns. */
export async function writeRows(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (rows.length === 0) return;
  if (batch.kind === 'insert') await insertRows(batch, rows);
  else await updateRows(batch, rows);
}

async function insertRows(batch: SaveBatch, rows: readonly SaveRow[]): Promise<void> {
  const columns = columnsOf(rows);
  const schema = batch.state.engine.org.schema;
  if (rows.length >= COPY_FROM) {
    const lines = rows.map((row): TextRow => [...columns.map((name) => row.values.get(name) ?? null), '1']);
    const target = { schema, table: tableName(batch.object), columns: [...columns, VERSION_COLUMN] };
    await batch.transaction.copyIn(target, lines);
    return;
  }
  const names = [...columns.map(quoteIdent), quoteIdent(VERSION_COLUMN)].join(', ');
  const values = columns.map((name) => `v.${quoteIdent(name)}::${storedType(batch, name)}`).join(', ');
  await batch.transaction.rows({
    text: `insert into ${tableOf(batch)} (${names}) select ${values}, 1 from ${arrays(columns)}`,
    values: columns.map((name) => rows.map((row) => row.values.get(name) ?? null) as string[]),
  });
}

function columnsOf(rows: readonly SaveRow[]): readonly string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of row.values.keys()) names.add(name);
  return [...names];
}

async function updateRows(batch: SaveBatch, rows: readonly SaveRow[]): Promise<void> {
  const groups = new Map<string, SaveRow[]>();
  for (const row of rows) {
    const columns = [...row.values.keys()].filter((name) => changes(row, name) || isStamp(name)).sort();
    const key = columns.join(',');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const [key, group] of groups) await updateGroup(batch, key.split(','), group);
}

async function updateGroup(
  batch: SaveBatch,
  columns: readonly string[],
  rows: readonly SaveRow[],
): Promise<void> {
  const sets = columns.map(
    (name) => `${quoteIdent(name)} = v.${quoteIdent(name)}::${storedType(batch, name)}`,
  );
  const version = quoteIdent(VERSION_COLUMN);
  const updated = await batch.transaction.rows({
    text: `update ${tableOf(batch)} as t set ${[...sets, `${version} = t.${version} + 1`].join(', ')}
      from ${arrays(['_id', ...columns])} where t.id = v."_id" returning t.id`,
    values: [
      rows.map((row) => row.id as string),
      ...columns.map((name) => rows.map((row) => row.values.get(name) ?? null) as string[]),
    ],
  });
  const done = new Set(updated.map((row) => row[0]));
  for (const row of rows) {
    if (!done.has(row.id as string)) refuse(row, 'ENTITY_IS_DELETED', 'entity is deleted');
  }
}

function isStamp(name: string): boolean {
  return name === 'lastmodifieddate' || name === 'lastmodifiedbyid' || name === 'systemmodstamp';
}

/** `unnest($1::text[], …) as v(a, …)`: one array per column, so that the statement's text does not grow with rows. */
function arrays(columns: readonly string[]): string {
  const parameters = columns.map((_, i) => `$${i + 1}::text[]`).join(', ');
  return `unnest(${parameters}) as v(${columns.map(quoteIdent).join(', ')})`;
}

function tableOf(batch: SaveBatch): string {
  return `${quoteIdent(batch.state.engine.org.schema)}.${quoteIdent(tableName(batch.object))}`;
}

function storedType(batch: SaveBatch, name: string): string {
  const field = findField(batch.object, name);
  if (field === undefined || columnName(field) !== name)
    throw new Error(`${batch.object.name} has no column ${name}`);
  const { storage } = fieldType(field);
  return storage === 'id' ? 'text' : storage;
}
