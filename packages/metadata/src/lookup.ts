import type {
  CompoundField,
  FieldDef,
  NotComputedField,
  ObjectDef,
  RecordTypeDef,
  Snapshot,
} from './model.js';

const fieldMaps = new WeakMap<ObjectDef, ReadonlyMap<string, FieldDef>>();

/** The object with this API name, in any case; undefined when the org has none. */
export function findObject(snapshot: Snapshot, name: string): ObjectDef | undefined {
  return snapshot.objects.get(name.toLowerCase());
}

/** The field with this API name, in any case. */
export function findField(object: ObjectDef, name: string): FieldDef | undefined {
  let map = fieldMaps.get(object);
  if (map === undefined) {
    map = new Map(object.fields.map((field) => [field.name.toLowerCase(), field]));
    fieldMaps.set(object, map);
  }
  return map.get(name.toLowerCase());
}

/** The whole with this API name that several fields make up, in any case: `MailingAddress`. */
export function findCompound(object: ObjectDef, name: string): CompoundField | undefined {
  return named(object.compounds, name);
}

/** The declared field with this API name that has no values here, in any case: a formula, a roll-up. */
export function findNotComputed(object: ObjectDef, name: string): NotComputedField | undefined {
  return named(object.notComputed, name);
}

/** The record type of this developer name on an object, in any case. */
export function findRecordType(object: ObjectDef, name: string): RecordTypeDef | undefined {
  return named(object.recordTypes, name);
}

/** The object that keeps the history of another; undefined where none is kept. */
export function findHistory(snapshot: Snapshot, object: ObjectDef): ObjectDef | undefined {
  if (object.tracksHistory === undefined) return undefined;
  const name = object.custom ? object.name.replace(/__c$/, '__History') : `${object.name}History`;
  return findObject(snapshot, name);
}

function named<T extends { readonly name: string }>(list: readonly T[] = [], name: string): T | undefined {
  const wanted = name.toLowerCase();
  return list.find((entry) => entry.name.toLowerCase() === wanted);
}

/** The lookup field whose parent path segment this is: `Owner` on Case, `Posting__r`. */
export function findParentField(object: ObjectDef, relationshipName: string): FieldDef | undefined {
  const wanted = relationshipName.toLowerCase();
  return object.fields.find((field) => field.relationshipName?.toLowerCase() === wanted);
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: ObjectDef;
  readonly field: FieldDef;
}

/** Every lookup of another object that points at this one, whether or not its child list has a name. */
export function referencesTo(
  snapshot: Snapshot,
  parent: ObjectDef,
): readonly Omit<ChildRelationship, 'name'>[] {
  const found: Omit<ChildRelationship, 'name'>[] = [];
  for (const object of snapshot.objects.values()) {
    for (const field of object.fields) {
      if (field.referenceTo?.includes(parent.name)) found.push({ object, field });
    }
  }
  return found;
}

/** The child list of this name on a parent: `Contacts` on Account, `Steps__r`. */
export function findChildRelationship(
  snapshot: Snapshot,
  parent: ObjectDef,
  relationshipName: string,
): ChildRelationship | undefined {
  const wanted = relationshipName.toLowerCase();
  for (const { object, field } of referencesTo(snapshot, parent)) {
    const name = field.childRelationshipName;
    if (name?.toLowerCase() === wanted) return { name, object, field };
  }
  return undefined;
}
