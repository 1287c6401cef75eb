import { type Id, MusterError, tryParseId } from '@muster/kernel';
import { type FieldDef, findField, findObject, type ObjectDef } from '@muster/metadata';
import type { FieldValues, Session } from '@muster/records';
import { type SoqlFragment, soqlNames } from '@muster/soql';
import { notFound } from './resource.js';

/** The object of this name, in any case. @throws MusterError NOT_FOUND when there is none the caller may read. */
export function requireObject(session: Session, name: string): ObjectDef {
  const object = findObject(session.snapshot, name);
  if (object === undefined || !session.rights(object).read) throw notFound();
  return object;
}

/** The object records of a type in a body belong to. @throws MusterError INVALID_TYPE */
export function requireType(session: Session, name: string): ObjectDef {
  const object = findObject(session.snapshot, name);
  if (object !== undefined && session.rights(object).read) return object;
  throw new MusterError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

/** The fields of an object the caller may read, in declaration order. */
export function readableFields(session: Session, object: ObjectDef): readonly FieldDef[] {
  const rights = session.rights(object);
  return object.fields.filter((field) => rights.field(field.name).read);
}

/**
 * The id in a path. What is neither an id nor, with one more segment, an external id field is answered in
 * Salesforce's words.
 */
export function requireRowId(text: string): Id {
  const id = tryParseId(text);
  if (id !== undefined) return id;
  const message = `Provided external ID field does not exist or is not accessible: ${text}`;
  throw new MusterError('NOT_FOUND', message);
}

/** The field records can be found by: `Id`, an external id, or one that looks records up. @throws MusterError NOT_FOUND */
export function requireMatchField(session: Session, object: ObjectDef, name: string): FieldDef {
  const field = findField(object, name);
  const known = field !== undefined && session.rights(object).field(field.name).read;
  if (known && (field.name === 'Id' || field.externalId || field.idLookup)) return field;
  throw new MusterError(
    'NOT_FOUND',
    `Provided external ID field does not exist or is not accessible: ${name}`,
  );
}

/** The values to save in a record as clients send it: without `attributes` and the id. */
export function recordValues(record: Readonly<Record<string, unknown>>): FieldValues {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== 'attributes' && name.toLowerCase() !== 'id'),
  );
}

/** The member of a record with this name, in any case. */
export function memberOf(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const wanted = name.toLowerCase();
  const key = Object.keys(record).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : record[key];
}

/** Field names a client gave, as a select list. @throws MusterError INVALID_FIELD for what is no name at all. */
export function fieldNames(names: readonly string[]): SoqlFragment {
  const wrong = names.find((name) => !/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name));
  if (wrong !== undefined) throw new MusterError('INVALID_FIELD', `No such column '${wrong}'`);
  return soqlNames(...names);
}
