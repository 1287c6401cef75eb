import { columnName, DECLARED_POD, fieldType, findField, type ObjectDef, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import { forgetWords } from '../search/forget-words.js';
import { automatedUserId } from './system-principal.js';

/** A row that metadata declares, its values by field name. */
export type DeclaredRow = Readonly<Record<string, string | boolean | null>>;

/** Writes rows that metadata declares, and removes those of the object that it declares no more; others stay. */
export async function replaceRows(
  queryable: Queryable,
  org: Org,
  object: ObjectDef,
  rows: readonly DeclaredRow[],
): Promise<void> {
  await writeRows(queryable, org, object, rows);
  await queryable.rows({
    text: `delete from ${tableOf(org, object)} where substr(id, 4, 2) = $2 and not (id = any($1::text[]))`,
    values: [rows.map(({ Id }) => String(Id)), DECLARED_POD],
  });
}

/** Writes rows that metadata declares: their ids follow from their names, so what is there is brought up to date. */
export async function writeRows(
  queryable: Queryable,
  org: Org,
  object: ObjectDef,
  rows: readonly DeclaredRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first).map((name) => columnOf(object, name));
  const columns = names.map(quoteIdent);
  const updates = columns.filter((name) => name !== quoteIdent('id'));
  const table = tableOf(org, object);
  const stamps = 'createddate, createdbyid, lastmodifieddate, lastmodifiedbyid, systemmodstamp';
  await queryable.rows({
    text: `insert into ${table} (${columns.join(', ')}, ${stamps})
      select ${columns.map((name) => `r.${name}`).join(', ')}, now(), $2, now(), $2, now()
      from json_populate_recordset(null::${table}, $1::json) as r
      on conflict (id) do update set ${updates.map((name) => `${name} = excluded.${name}`).join(', ')},
        lastmodifieddate = now(), systemmodstamp = now()`,
    values: [JSON.stringify(rows.map((row) => byColumn(object, row))), automatedUserId(org)],
  });
  await forgetWords(queryable, org, object);
}

function byColumn(object: ObjectDef, row: DeclaredRow): DeclaredRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [columnOf(object, name), value ?? emptyOf(object, name)]),
  );
}

/** A checkbox is never null. */
function emptyOf(object: ObjectDef, name: string): boolean | null {
  return storageOf(object, name) === 'boolean' ? false : null;
}

function storageOf(object: ObjectDef, name: string): string | undefined {
  const field = findField(object, name);
  return field && fieldType(field).storage;
}

function columnOf(object: ObjectDef, name: string): string {
  const field = findField(object, name);
  if (field === undefined) throw new Error(`${object.name} has no field ${name}`);
  return columnName(field);
}

/** The table of an object, as SQL names it. */
export function tableOf(org: Org, object: ObjectDef): string {
  return `${quoteIdent(org.schema)}.${quoteIdent(tableName(object))}`;
}
