import type { XmlElement } from '../source-format/xml-element.js';
import { mayRepeat } from './repeatable-elements.js';

/** The elements inside an element by name; what may repeat is always a list. */
export interface MetadataObject {
  readonly [element: string]: MetadataValue;
}
/**
 * Text as it stands in the file, or the elements inside. An element with attributes is an object too: `@type` and `@nil`,
 * with its text as `#text`.
 */
export type MetadataValue = string | MetadataObject | readonly MetadataValue[];

/** A component's description as JSON; `jsonToElement` makes the same description of it again. */
export function elementToJson(root: XmlElement): MetadataObject {
  const lists = new Map<string, MetadataValue[]>();
  for (const child of root.children)
    lists.set(child.name, [...(lists.get(child.name) ?? []), jsonValue(child)]);
  return Object.fromEntries(
    [...lists].map(([name, list]) => {
      const [only, ...more] = list;
      return [name, only === undefined || more.length > 0 || mayRepeat(root.name, name) ? list : only];
    }),
  );
}

function jsonValue(element: XmlElement): MetadataValue {
  const { attributes, children, rawText } = element;
  const isText = children.length === 0;
  if (attributes === undefined) return isText ? rawText : elementToJson(element);
  const named = Object.entries(attributes).map(([name, value]) => [`@${name}`, value]);
  const content = isText ? (rawText === '' ? {} : { '#text': rawText }) : elementToJson(element);
  return { ...Object.fromEntries(named), ...content };
}
