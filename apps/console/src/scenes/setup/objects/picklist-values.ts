import type { Elements } from '../../../data/setup-metadata.js';
import { flagOf, insideOf, listOf, textOf } from './elements.js';

/** One value of a picklist as the editor has it. */
export interface PicklistEntry {
  /** What records hold; the full name in the file, not escaped. */
  readonly value: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
  /** Not saved yet: it may be taken out again. */
  readonly isNew: boolean;
  /** What else its element says. */
  readonly rest: Elements;
}

/** The element values stand in: of a field, a global and a standard value set. */
export type ValuesElement = 'value' | 'customValue' | 'standardValue';

/** The values of a value set definition. */
export function readEntries(definition: Elements, element: ValuesElement): readonly PicklistEntry[] {
  return listOf(definition, element).map((each) => {
    const value = decode(textOf(each, 'fullName'));
    return {
      value,
      label: textOf(each, 'label') || value,
      isActive: flagOf(each, 'isActive', true),
      isDefault: flagOf(each, 'default'),
      isNew: false,
      rest: each,
    };
  });
}

/** Entries as elements of a definition. */
export function writeEntries(entries: readonly PicklistEntry[]): readonly Elements[] {
  return entries.map(({ value, label, isActive, isDefault, rest }) => ({
    ...rest,
    fullName: rest.fullName ?? encode(value),
    label,
    default: isDefault,
    isActive: isActive ? null : false,
  }));
}

/** Adds a value for each line of a text that is not one already. */
export function withLines(entries: readonly PicklistEntry[], text: string): readonly PicklistEntry[] {
  const known = new Set(entries.map(({ value }) => value.toLowerCase()));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fresh = lines.filter((line) => !known.has(line.toLowerCase()) && known.add(line.toLowerCase()));
  return [
    ...entries,
    ...fresh.map((value) => ({
      value,
      label: value,
      isActive: true,
      isDefault: false,
      isNew: true,
      rest: {},
    })),
  ];
}

/** The values a field offers, whether they are its own or those of a global value set. */
export function valuesOfField(
  field: Elements,
  globalSets: ReadonlyMap<string, Elements>,
): readonly PicklistEntry[] {
  const valueSet = insideOf(field, 'valueSet');
  const name = textOf(valueSet, 'valueSetName');
  return name === ''
    ? readEntries(insideOf(valueSet, 'valueSetDefinition'), 'value')
    : readEntries(globalSets.get(name) ?? {}, 'customValue');
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Full names of values escape what would end them: a percent sign, as in addresses. */
export function encode(value: string): string {
  return value.replace(/%/g, '%25');
}
