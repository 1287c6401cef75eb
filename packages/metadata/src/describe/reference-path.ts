import { findObject } from '../lookup.js';
import type { FieldDef, ObjectDef, Snapshot } from '../model.js';

/** Where the name of the record a lookup points at is read. */
export interface ReferencePath {
  /** `Account`. */
  readonly relationship: string;
  /** `Account.Name`, `Parent.CaseNumber`. */
  readonly path: string;
}

/** The path to the name of a lookup's record; undefined for other fields, and where that has no name. */
export function referencePath(
  object: ObjectDef,
  { referenceTo, relationshipName }: FieldDef,
  snapshot: Snapshot,
): ReferencePath | undefined {
  const [first] = referenceTo ?? [];
  if (first === undefined || relationshipName === undefined || object.kind === 'customMetadata')
    return undefined;
  const isPolymorphic = (referenceTo?.length ?? 0) > 1;
  const name = isPolymorphic ? 'Name' : findObject(snapshot, first)?.nameField;
  if (name === undefined || name === 'Id') return undefined;
  return { relationship: relationshipName, path: `${relationshipName}.${name}` };
}
