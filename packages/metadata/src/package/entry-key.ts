import type { XmlElement } from '../source-format/xml-element.js';

/** Elements that name an entry of a list, the most telling first. */
const KEYS = [
  'fullName',
  'name',
  'field',
  'object',
  'application',
  'apexClass',
  'apexPage',
  'flow',
  'recordType',
  'tab',
  'dataCategoryGroup',
  'externalDataSource',
  'masterLabel',
  'startAddress',
];

/** What tells an entry of a list from the others, such as the field of a field permission; undefined for a bare value. */
export function entryKey(entry: XmlElement): string | undefined {
  const textOf = (name: string) => entry.children.find((child) => child.name === name)?.text;
  if (entry.name === 'layoutAssignments') {
    const object = textOf('layout')?.split('-')[0] ?? '';
    return `${object} ${textOf('recordType') ?? ''}`.trim();
  }
  for (const name of KEYS) {
    const text = textOf(name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Entries by their keys; undefined when one has none or two have the same. */
export function keyedEntries(entries: readonly XmlElement[]): ReadonlyMap<string, XmlElement> | undefined {
  const keyed = new Map<string, XmlElement>();
  for (const entry of entries) {
    const key = entryKey(entry);
    if (key === undefined || keyed.has(key)) return undefined;
    keyed.set(key, entry);
  }
  return keyed;
}
