import { findField, type ObjectDef } from '@muster/metadata';
import type { RecordRow, Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';

const COUNT = 5;

/** The records of an object the caller changed last; views are not kept, so they do not count. */
export async function recentItems(session: Session, object: ObjectDef, basePath: string) {
  const rights = session.rights(object);
  const canRead = (name: string) => findField(object, name) !== undefined && rights.field(name).read;
  if (!canRead('LastModifiedById') || !canRead('LastModifiedDate')) return [];
  const names = ['Id', object.nameField].filter((name, i, all) => canRead(name) && all.indexOf(name) === i);
  const rows = await session.rows<RecordRow>(
    soql`SELECT ${soqlNames(...names)} FROM ${soqlNames(object.name)}
         WHERE LastModifiedById = ${session.principal.userId} ORDER BY LastModifiedDate DESC LIMIT ${COUNT}`,
  );
  return rows.map((row) => ({
    attributes: { type: object.name, url: `${basePath}/sobjects/${object.name}/${String(row.Id)}` },
    ...Object.fromEntries(names.map((name) => [name, row[name] ?? null])),
  }));
}
