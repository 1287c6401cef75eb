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
      const isNew =
        current !== undefined && (before === undefined || findField(before, field.name) === undefined);
      const message =
        refuseName(field) ??
        refuseConversion(field, before && findField(before, field.name), target) ??
        (isNew ? undefined : refuseType(field, columns?.get(columnName(field))));
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

/**
 * Between types whose values are stored and sent alike, a field may change; a lookup may gain targets, and loses those
 * that are deleted.
 */
function refuseConversion(
  field: FieldDef,
  before: FieldDef | undefined,
  target: Snapshot,
): string | undefined {
  if (before === undefined) return undefined;
  if (before.type !== field.type && !storedAlike(before, field)) {
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

function storedAlike(before: FieldDef, after: FieldDef): boolean {
  const [from, to] = [fieldType(before), fieldType(after)];
  return from.storage === to.storage && from.soapType === to.soapType;
}

function refuseType(field: FieldDef, present: string | undefined): string | undefined {
  const wanted = fieldType(field).columnType(field);
  if (present === undefined || present === wanted || isWider(wanted, present)) return undefined;
  return `The stored values are ${present} and cannot become ${wanted}.`;
}

const NUMERIC = /^numeric\((\d+),(\d+)\)$/;

/** More digits before the point, as many after it: PostgreSQL changes that without rewriting the table. */
function isWider(wanted: string, present: string): boolean {
  const [to, from] = [NUMERIC.exec(wanted), NUMERIC.exec(present)];
  return to !== null && from !== null && to[2] === from[2] && Number(to[1]) >= Number(from[1]);
}
