import {
  columnName,
  fieldType,
  findField,
  findObject,
  hasPages,
  listViewId,
  listViewsOf,
  type ObjectDef,
  type Snapshot,
  tableName,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import { forgetWords } from '../search/forget-words.js';
import { automatedUserId } from './system-principal.js';

/** Rows of metadata that has no language of its own are written in this one. */
const LANGUAGE = 'en_US';
/** Length of `ListView.Name`. */
const NAME_LENGTH = 40;

/** A row that metadata declares, its values by field name. */
type DeclaredRow = Readonly<Record<string, string | boolean | null>>;

/**
 * Makes records of record types, list views and custom metadata. Their ids follow from their names, so a row that is there is
 * brought up to date. Record types that are declared no more become inactive, since records may have them; the others
 * go.
 */
export async function mirrorDeclaredRows(queryable: Queryable, org: Org, snapshot: Snapshot): Promise<void> {
  const recordType = findObject(snapshot, 'RecordType');
  if (recordType !== undefined) {
    const rows = recordTypeRows(snapshot);
    await writeRows(queryable, org, recordType, rows);
    await queryable.rows({
      text: `update ${tableOf(org, recordType)} set isactive = false where not (id = any($1::text[]))`,
      values: [rows.map(({ Id }) => String(Id))],
    });
  }
  const listView = findObject(snapshot, 'ListView');
  if (listView !== undefined) await replaceRows(queryable, org, listView, listViewRows(snapshot));
  for (const object of snapshot.objects.values()) {
    if (object.kind !== 'customMetadata') continue;
    await replaceRows(queryable, org, object, customMetadataRows(snapshot, object));
  }
}

async function replaceRows(
  queryable: Queryable,
  org: Org,
  object: ObjectDef,
  rows: readonly DeclaredRow[],
): Promise<void> {
  await writeRows(queryable, org, object, rows);
  await queryable.rows({
    text: `delete from ${tableOf(org, object)} where not (id = any($1::text[]))`,
    values: [rows.map(({ Id }) => String(Id))],
  });
}

/** Those that are declared, and the one of an object that has none. */
function listViewRows(snapshot: Snapshot): DeclaredRow[] {
  return [...snapshot.objects.values()]
    .filter(hasPages)
    .flatMap((object) => listViewsOf(snapshot, object, LANGUAGE))
    .map((view) => ({
      Id: listViewId(view),
      Name: view.label.slice(0, NAME_LENGTH),
      DeveloperName: view.name,
      SobjectType: view.object,
      IsSoqlCompatible: true,
    }));
}

function recordTypeRows(snapshot: Snapshot): DeclaredRow[] {
  return [...snapshot.objects.values()].flatMap((object) =>
    (object.recordTypes ?? []).map((recordType) => ({
      Id: recordType.id,
      Name: recordType.label,
      DeveloperName: recordType.name,
      SobjectType: object.name,
      Description: recordType.description ?? null,
      IsActive: recordType.active,
    })),
  );
}

function customMetadataRows(snapshot: Snapshot, object: ObjectDef): DeclaredRow[] {
  const declared = (snapshot.customMetadata ?? []).filter((record) => record.object === object.name);
  const custom = object.fields.filter((field) => field.custom);
  return declared.map((record) => ({
    ...Object.fromEntries(custom.map(({ name }) => [name, record.values.get(name) ?? null])),
    Id: record.id,
    DeveloperName: record.name,
    MasterLabel: record.label,
    Label: record.label,
    Language: 'en_US',
    QualifiedApiName: record.name,
  }));
}

async function writeRows(
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

function tableOf(org: Org, object: ObjectDef): string {
  return `${quoteIdent(org.schema)}.${quoteIdent(tableName(object))}`;
}
