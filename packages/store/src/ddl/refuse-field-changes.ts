import {
  columnName,
  type FieldDef,
  fieldType,
  findField,
  findObject,
  type ObjectDef,
  type Snapshot,
  tableName,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { conversionOf } from './convert-values.js';
import type { SnapshotChange } from './plan-table-changes.js';
import type { LiveSchema } from './schema-shape.js';

/** A change of metadata that the stored data does not allow. */
export interface Refusal {
  readonly object: string;
  readonly field?: string;
  readonly message: string;
}

const LONGEST_NAME = 63;
/** PostgreSQL's limit is 1,600 columns, and columns that were removed count. */
const MOST_FIELDS = 800;

/** Everything about the change that cannot be done with the data there is, said for each object and field. */
export function refuseFieldChanges({ current, target }: SnapshotChange, live: LiveSchema): Refusal[] {
  const refusals: Refusal[] = [];
  for (const object of target.objects.values()) {
    const before = current && findObject(current, object.name);
    refusals.push(...refuseObject(object, before));
    const columns = live.tables.get(tableName(object))?.columns;
    for (const field of object.fields) {
      const known = before && findField(before, field.name);
      const isNew = current !== undefined && known === undefined;
      const message =
        refuseName(field) ??
        (known && refuseConversion(field, known, target)) ??
        (isNew || known ? undefined : refuseType(field, columns?.get(columnName(field))));
      if (message !== undefined) refusals.push({ object: object.name, field: field.name, message });
    }
  }
  return refusals;
}

function* refuseObject(object: ObjectDef, before: ObjectDef | undefined): Iterable<Refusal> {
  if (Buffer.byteLength(tableName(object)) > LONGEST_NAME) {
    yield { object: object.name, message: `The name is longer than ${LONGEST_NAME} characters.` };
  }
  if (object.fields.length > MOST_FIELDS) {
    const message = `The object has ${object.fields.length} fields; at most ${MOST_FIELDS} are possible.`;
    yield { object: object.name, message };
  }
  if (before && before.keyPrefix !== object.keyPrefix) {
    const message = `The key prefix cannot change from ${before.keyPrefix} to ${object.keyPrefix}: ids of records hold it.`;
    yield { object: object.name, message };
  }
}

function refuseName(field: FieldDef): string | undefined {
  if (Buffer.byteLength(columnName(field)) <= LONGEST_NAME) return undefined;
  return `The name is longer than ${LONGEST_NAME} characters.`;
}

/** Values become those of another type or stay what they are; a lookup may gain targets, and loses those that are deleted. */
function refuseConversion(field: FieldDef, before: FieldDef, target: Snapshot): string | undefined {
  if (conversionOf(before, field, quoteIdent(columnName(field))) === undefined) {
    return `The field is ${before.type} and cannot become ${field.type}.`;
  }
  const lost =
    before.referenceTo?.filter(
      (name) => !field.referenceTo?.includes(name) && findObject(target, name) !== undefined,
    ) ?? [];
  return lost.length === 0
    ? undefined
    : `The field cannot stop pointing at ${lost.join(', ')}: records may do so.`;
}

/** A column that is there for no field the metadata knows has to be what the new one asks for. */
function refuseType(field: FieldDef, present: string | undefined): string | undefined {
  const wanted = fieldType(field).columnType(field);
  if (present === undefined || present === wanted) return undefined;
  return `The stored values are ${present} and cannot become ${wanted}.`;
}
