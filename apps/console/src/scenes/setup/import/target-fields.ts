import type { DescribedField, DescribedObject, LoadOperation } from '@muster/client';

/** A place a column can go to: a field, or a parent by what it is known by. */
export interface TargetField {
  /** `Name`, or `Account.Ext__c`. */
  readonly name: string;
  readonly label: string;
  /** How its text is read, where that depends on how people write it. */
  readonly kind: 'date' | 'datetime' | 'number' | 'other';
  /** Whether a record cannot be made without it. */
  readonly isRequired: boolean;
}

/** The parents an object can point at, by name. */
export type Parents = ReadonlyMap<string, DescribedObject>;

/** Where columns can go in a load of this kind. */
export function targetFields(
  object: DescribedObject,
  parents: Parents,
  operation: LoadOperation,
): readonly TargetField[] {
  const id = object.fields.filter(({ name }) => name === 'Id');
  const writable = object.fields.filter((field) =>
    operation === 'delete' ? false : operation === 'update' ? field.updateable : field.createable,
  );
  const keyed = operation === 'upsert' ? id.filter(() => true) : operation === 'insert' ? [] : id;
  return [...keyed, ...writable].flatMap((field) => [
    target(field),
    ...field.referenceTo.flatMap((name) => parentTargets(field, parents.get(name))),
  ]);
}

/** The fields a record can be found by in an upsert. */
export function matchFields(object: DescribedObject): readonly DescribedField[] {
  return object.fields.filter(({ name, externalId }) => externalId || name === 'Id');
}

function target(field: DescribedField): TargetField {
  const { name, label } = field;
  return { name, label, kind: kindOf(field), isRequired: isRequired(field) };
}

/** Values of these fields name one record of a parent. */
function parentTargets(
  { relationshipName, label, referenceTo }: DescribedField,
  parent: DescribedObject | undefined,
): readonly TargetField[] {
  if (parent === undefined || relationshipName === null) return [];
  const prefix = referenceTo.length > 1 ? `${parent.name}:` : '';
  return parent.fields
    .filter(({ idLookup, name }) => idLookup && name !== 'Id')
    .map((field) => ({
      name: `${prefix}${relationshipName}.${field.name}`,
      label: `${label}: ${field.label}`,
      kind: 'other',
      isRequired: false,
    }));
}

function kindOf({ type }: DescribedField): TargetField['kind'] {
  if (type === 'date' || type === 'datetime') return type;
  return ['double', 'int', 'long', 'currency', 'percent'].includes(type) ? 'number' : 'other';
}

function isRequired(field: DescribedField): boolean {
  return field.createable && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
}
