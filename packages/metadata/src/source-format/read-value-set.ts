import type { PicklistValue } from '../model.js';
import type { NamedValueSet, ValueSet } from './component.js';
import type { ElementReader } from './element-reader.js';

/** The `valueSet` of a field, or the `picklist` that files before API version 38 have in its place. */
export function readFieldValueSet(field: ElementReader): {
  readonly valueSet?: ValueSet;
  readonly name?: string;
  readonly restricted?: boolean;
} {
  const [modern] = field.children('valueSet');
  if (modern !== undefined) {
    const restricted = modern.flag('restricted') ?? false;
    const name = modern.text('valueSetName');
    if (name !== undefined) return { name, restricted };
    const [definition] = modern.children('valueSetDefinition');
    if (definition === undefined) return {};
    return { valueSet: { restricted, values: readValues(definition, 'value') } };
  }
  const [old] = field.children('picklist');
  if (old === undefined) return {};
  const restricted = old.flag('restrictedPicklist') ?? false;
  return { valueSet: { restricted, values: readValues(old, 'picklistValues') } };
}

/** A `GlobalValueSet` or `StandardValueSet` file. */
export function readNamedValueSet(root: ElementReader, name: string, standard: boolean): NamedValueSet {
  root.text('masterLabel');
  root.text('description');
  return { name, standard, values: readValues(root, standard ? 'standardValue' : 'customValue') };
}

function readValues(container: ElementReader, elementName: string): readonly PicklistValue[] {
  const seen = new Set<string>();
  const values: PicklistValue[] = [];
  for (const reader of container.children(elementName)) {
    const fullName = reader.required('fullName');
    if (fullName === undefined) continue;
    const value = decodeFullName(fullName);
    const label = reader.text('label') ?? value;
    const isDefault = reader.flag('default') ?? false;
    const active = reader.flag('isActive') ?? true;
    const closed = reader.flag('closed') === true ? { isClosed: true } : {};
    if (seen.has(value)) reader.error(`value ${value} is declared twice`);
    else values.push({ value, label, active, isDefault, ...closed });
    seen.add(value);
  }
  const isSorted = container.flag('sorted') ?? false;
  return isSorted ? values.toSorted((a, b) => a.label.localeCompare(b.label, 'en')) : values;
}

/** Full names escape punctuation as in URLs: `Prof%2E` is the value `Prof.`. */
function decodeFullName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
