import type { PicklistValue } from '../model.js';
import type { NamedValueSet, PicklistDependency, ValueSet } from './component.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** What a field says of its values. */
export interface FieldValueSet {
  readonly valueSet?: ValueSet;
  /** Of a global value set. */
  readonly name?: string;
  readonly restricted?: boolean;
  readonly dependency?: PicklistDependency;
}

/** The `valueSet` of a field, or the `picklist` that files before API version 38 have in its place. */
export function readFieldValueSet(field: ElementReader): FieldValueSet {
  const [modern] = field.children('valueSet');
  if (modern !== undefined) return readValueSet(modern);
  const [old] = field.children('picklist');
  if (old === undefined) return {};
  const restricted = old.flag('restrictedPicklist') ?? false;
  const validFor = new Map<string, readonly string[]>();
  const values = readValues(old, 'picklistValues', validFor);
  const controllingField = old.text('controllingField');
  return {
    valueSet: { restricted, values },
    ...(controllingField === undefined ? {} : { dependency: { controllingField, validFor } }),
  };
}

function readValueSet(reader: ElementReader): FieldValueSet {
  const restricted = reader.flag('restricted') ?? false;
  const dependency = readDependency(reader);
  const name = reader.text('valueSetName');
  if (name !== undefined) return { name, restricted, ...present({ dependency }) };
  const [definition] = reader.children('valueSetDefinition');
  if (definition === undefined) return {};
  return { valueSet: { restricted, values: readValues(definition, 'value') }, ...present({ dependency }) };
}

/** A `GlobalValueSet` or `StandardValueSet` file. */
export function readNamedValueSet(root: ElementReader, name: string, standard: boolean): NamedValueSet {
  root.text('masterLabel');
  root.text('description');
  return { name, standard, values: readValues(root, standard ? 'standardValue' : 'customValue') };
}

function readDependency(reader: ElementReader): PicklistDependency | undefined {
  const controllingField = reader.text('controllingField');
  const validFor = new Map<string, readonly string[]>();
  for (const setting of reader.children('valueSettings')) {
    const value = setting.required('valueName');
    if (value !== undefined) addTo(validFor, decodeFullName(value), setting.texts('controllingFieldValue'));
  }
  return controllingField === undefined ? undefined : { controllingField, validFor };
}

function addTo(map: Map<string, readonly string[]>, key: string, encoded: readonly string[]): void {
  map.set(key, [...(map.get(key) ?? []), ...encoded.map(decodeFullName)]);
}

/** The values of a list; `validFor` collects under which values of another field each may be picked. */
function readValues(
  container: ElementReader,
  elementName: string,
  validFor?: Map<string, readonly string[]>,
): readonly PicklistValue[] {
  const seen = new Set<string>();
  const values: PicklistValue[] = [];
  for (const reader of container.children(elementName)) {
    const fullName = reader.required('fullName');
    if (fullName === undefined) continue;
    const value = decodeFullName(fullName);
    if (validFor !== undefined) addTo(validFor, value, reader.texts('controllingFieldValues'));
    const label = reader.text('label') ?? value;
    const isDefault = reader.flag('default') ?? false;
    const active = reader.flag('isActive') ?? true;
    const closed = reader.flag('closed') === true ? { isClosed: true } : {};
    const converted = reader.flag('converted') === true ? { isConverted: true } : {};
    if (seen.has(value)) reader.error(`value ${value} is declared twice`);
    else values.push({ value, label, active, isDefault, ...closed, ...converted });
    seen.add(value);
  }
  const isSorted = container.flag('sorted') ?? false;
  return isSorted ? values.toSorted((a, b) => a.label.localeCompare(b.label, 'en')) : values;
}

/** Full names escape punctuation as in URLs: `Prof%2E` is the value `Prof.`. */
export function decodeFullName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
