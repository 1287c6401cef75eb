import {
  findObject,
  hasPages,
  listViewId,
  listViewsOf,
  type ObjectDef,
  type Snapshot,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';
import { filedRows } from './filed-rows.js';
import { type DeclaredRow, replaceRows, tableOf, writeRows } from './write-declared-rows.js';

/** Rows of metadata that has no language of its own are written in this one. */
const LANGUAGE = 'en_US';
/** Length of `ListView.Name`. */
const NAME_LENGTH = 40;

/**
 * Makes records of record types, list views, reports, dashboards, their folders, and custom metadata. Their ids follow
 * from their names, so a row that is there is brought up to date. Record types that are declared no more become
 * inactive, since records may have them; the others go.
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
  await mirrorFiled(queryable, org, snapshot);
  for (const object of snapshot.objects.values()) {
    if (object.kind !== 'customMetadata') continue;
    await replaceRows(queryable, org, object, customMetadataRows(snapshot, object));
  }
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

async function mirrorFiled(queryable: Queryable, org: Org, snapshot: Snapshot): Promise<void> {
  const { filed } = snapshot;
  if (filed === undefined) return;
  const usernames = filed.dashboards.flatMap(({ runningUser }) => runningUser?.toLowerCase() ?? []);
  const users = await queryable.rows({
    text: `select lower(username), id from ${quoteIdent(org.schema)}."user" where lower(username) = any($1::text[])`,
    values: [usernames],
  });
  const userIds = new Map(users.map(([username, id]) => [username ?? '', id ?? '']));
  for (const [name, rows] of Object.entries(filedRows(filed, org.id, userIds))) {
    const object = findObject(snapshot, name);
    if (object !== undefined) await replaceRows(queryable, org, object, rows);
  }
}
