import type { ComponentDescription } from '@muster/client';

/** The elements of a permission set or profile. */
export type Rights = ComponentDescription['metadata'];
type Entry = { readonly [element: string]: Rights[string] };

export type SetType = 'PermissionSet' | 'Profile';

export const objectRights = [
  'allowRead',
  'allowCreate',
  'allowEdit',
  'allowDelete',
  'viewAllRecords',
  'modifyAllRecords',
] as const;
export type ObjectRight = (typeof objectRights)[number];

/** What a right cannot do without; giving it gives these, taking one of these takes it (Salesforce Help, "Object Permissions"). */
const needs: Readonly<Record<ObjectRight, readonly ObjectRight[]>> = {
  allowRead: [],
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** How entries of an element are told apart. */
const keyOf = {
  objectPermissions: 'object',
  fieldPermissions: 'field',
  userPermissions: 'name',
  customPermissions: 'name',
  recordTypeVisibilities: 'recordType',
  tabSettings: 'tab',
  tabVisibilities: 'tab',
} as const;
type Element = keyof typeof keyOf;

/** The entries of an element, none where it is not there. */
export function entriesOf(rights: Rights, element: Element): readonly Entry[] {
  const entries = rights[element];
  return Array.isArray(entries) ? (entries as readonly Entry[]) : [];
}

function find(rights: Rights, element: Element, key: string): Entry | undefined {
  const named = key.toLowerCase();
  return entriesOf(rights, element).find(
    (entry) => String(entry[keyOf[element]] ?? '').toLowerCase() === named,
  );
}

function put(
  rights: Rights,
  element: Element,
  key: string,
  values: Readonly<Record<string, string>>,
): Rights {
  const known = find(rights, element, key);
  const changed = { ...(known ?? { [keyOf[element]]: key }), ...values };
  const others = entriesOf(rights, element).filter((entry) => entry !== known);
  return { ...rights, [element]: [...others, changed] } as Rights;
}

const isTrue = (entry: Entry | undefined, name: string) => entry?.[name] === 'true';

export function hasObjectRight(rights: Rights, object: string, right: ObjectRight): boolean {
  return isTrue(find(rights, 'objectPermissions', object), right);
}

/** Gives or takes a right on an object, with what hangs on it. */
export function setObjectRight(rights: Rights, object: string, right: ObjectRight, on: boolean): Rights {
  const along = on ? needs[right] : objectRights.filter((other) => needs[other].includes(right));
  const before = find(rights, 'objectPermissions', object);
  const all = Object.fromEntries(
    objectRights.map((each) => [
      each,
      String(each === right || along.includes(each) ? on : isTrue(before, each)),
    ]),
  );
  return put(rights, 'objectPermissions', object, all);
}

export function hasFieldRight(rights: Rights, field: string, right: 'readable' | 'editable'): boolean {
  return isTrue(find(rights, 'fieldPermissions', field), right);
}

/** Gives or takes a right on a field, by `Object.Field`; who edits also reads. */
export function setFieldRight(
  rights: Rights,
  field: string,
  right: 'readable' | 'editable',
  on: boolean,
): Rights {
  const other = right === 'readable' ? 'editable' : 'readable';
  const follows = (right === 'editable') === on;
  return put(rights, 'fieldPermissions', field, {
    [right]: String(on),
    [other]: String(follows ? on : hasFieldRight(rights, field, other)),
  });
}

export type Switches = 'userPermissions' | 'customPermissions' | 'recordTypeVisibilities' | 'tabs';

/** The element tabs stand in, and what says that one is there or not. */
const tabs = {
  PermissionSet: { element: 'tabSettings', on: 'Visible', off: 'None' },
  Profile: { element: 'tabVisibilities', on: 'DefaultOn', off: 'Hidden' },
} as const;

/** Whether a permission, a record type or a tab is given. */
export function isGiven(rights: Rights, type: SetType, list: Switches, name: string): boolean {
  if (list === 'tabs') {
    const { element, off } = tabs[type];
    const entry = find(rights, element, name);
    return entry !== undefined && entry.visibility !== off;
  }
  return isTrue(find(rights, list, name), list === 'recordTypeVisibilities' ? 'visible' : 'enabled');
}

/** Gives or takes a permission, a record type or a tab. */
export function setGiven(rights: Rights, type: SetType, list: Switches, name: string, on: boolean): Rights {
  if (list === 'tabs') {
    const { element, on: visible, off } = tabs[type];
    return put(rights, element, name, { visibility: on ? visible : off });
  }
  if (list !== 'recordTypeVisibilities') return put(rights, list, name, { enabled: String(on) });
  const isDefault = on && isTrue(find(rights, list, name), 'default');
  const profileOnly = type === 'Profile' ? { default: String(isDefault) } : {};
  return put(rights, list, name, { visible: String(on), ...profileOnly });
}

/** Names an element already speaks of. */
export function namesIn(rights: Rights, type: SetType, list: Switches): readonly string[] {
  const element = list === 'tabs' ? tabs[type].element : list;
  return entriesOf(rights, element).map((entry) => String(entry[keyOf[element]] ?? ''));
}
