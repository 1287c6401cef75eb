import type { XmlElement } from '../source-format/xml-element.js';
import { entryKey } from './entry-key.js';

/** Types whose lists are sets: their order says nothing. */
const SETS = new Set(['Profile', 'PermissionSet', 'Translations', 'CustomObjectTranslation']);

/**
 * A component in the order it is kept, compared and written in: the name first, then by element name; entries of one
 * name stay in their order, which often has a meaning, save in types whose lists are sets.
 */
export function canonicalElement(root: XmlElement): XmlElement {
  const ordered = inOrder(root);
  if (!SETS.has(root.name)) return ordered;
  return { ...ordered, children: ordered.children.toSorted(byNameThenKey) };
}

function inOrder(element: XmlElement): XmlElement {
  if (element.children.length === 0) return element;
  return { ...element, children: element.children.map(inOrder).toSorted(byName) };
}

function byName(a: XmlElement, b: XmlElement): number {
  const [x, y] = [rank(a.name), rank(b.name)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

function byNameThenKey(a: XmlElement, b: XmlElement): number {
  const order = byName(a, b);
  if (order !== 0) return order;
  const [x, y] = [entryKey(a) ?? '', entryKey(b) ?? ''];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

function rank(name: string): string {
  return name === 'fullName' ? '' : name;
}
