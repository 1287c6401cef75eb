import { columnName, type FieldDef, fieldType, findField, type ObjectDef } from '@muster/metadata';
import { call, column, type Expr, isNull, not, param } from '@muster/sql';
import type { Visibility } from './plan.js';

/*
 * The object `Name` of the Object Reference: what can be said of a record without knowing which of several objects
 * it is of. Paths through a lookup that points at several objects are read on it.
 */

const FIELDS = new Set([
  'alias',
  'email',
  'firstname',
  'id',
  'isactive',
  'lastname',
  'middlename',
  'name',
  'phone',
  'profileid',
  'recordtypeid',
  'suffix',
  'title',
  'type',
  'username',
  'userroleid',
]);

const PARENTS = new Set(['profile', 'recordtype', 'userrole']);

/** An object a polymorphic lookup may point at, joined under an alias. */
interface Target {
  readonly object: ObjectDef;
  readonly alias: string;
}

/** A field that is in no object: what a path or a function gives. */
export function derivedField(name: string, type: FieldDef['type'], scale = 0): FieldDef {
  return {
    name,
    label: name,
    type,
    custom: false,
    precision: 18,
    scale,
    required: false,
    unique: false,
    externalId: false,
    createable: false,
    updateable: false,
  };
}

/** Whether `Name` has a parent of this relationship name. */
export function hasNameParent(relationship: string): boolean {
  return PARENTS.has(relationship.toLowerCase());
}

/**
 * A field of `Name` over the joined targets; records of objects without it give null. Undefined when `Name` has none
 * of this name, or none of the targets has it for the reader.
 */
export function nameField(
  name: string,
  targets: readonly Target[],
  visibility: Visibility,
): { readonly field: FieldDef; readonly expr: Expr } | undefined {
  const key = name.toLowerCase();
  if (!FIELDS.has(key)) return undefined;
  if (key === 'type') return { field: derivedField('Type', 'Text'), expr: typeOf(targets) };
  const found = targets.flatMap(({ object, alias }) => {
    const field = findField(object, key === 'name' ? object.nameField : name);
    const isThere = field !== undefined && visibility.canReadField(object, field.name);
    return isThere && !(key === 'name' && field.type === 'Id')
      ? [{ field, expr: column(alias, columnName(field)) }]
      : [];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const alike = found.filter(({ field }) => fieldType(field).storage === fieldType(first.field).storage);
  const exprs = alike.map(({ expr }) => expr);
  return {
    field: key === 'name' ? derivedField('Name', 'Text') : first.field,
    expr: exprs.length === 1 ? (exprs[0] as Expr) : call('coalesce', ...exprs),
  };
}

/** The API name of the record's object; of a group its own type, so that `Owner.Type = 'Queue'` holds for queues. */
function typeOf(targets: readonly Target[]): Expr {
  const branches = targets.map(({ object, alias }) => {
    const own = object.name === 'Group' ? findField(object, 'Type') : undefined;
    const name = param(object.name, 'text');
    return {
      when: not(isNull(column(alias, 'id'))),
      value: own === undefined ? name : call('coalesce', column(alias, columnName(own)), name),
    };
  });
  return { kind: 'CaseWhen', branches };
}
