import { type XmlElement as MetadataElement, makeElement } from '@muster/metadata';
import type { XmlElement } from './xml-element.js';

/**
 * An element of a call as one of a metadata file. Values of custom metadata keep their types, and that they are nothing;
 * anything else that is nil is not there.
 */
export function toMetadataElement(element: XmlElement): MetadataElement {
  const { name, text, schema } = element;
  const children = element.children.filter((child) => child.schema.nil !== 'true' || child.name === 'value');
  if (children.length > 0) return makeElement(name, children.map(toMetadataElement));
  const leaf = { ...makeElement(name, []), text: text.trim(), rawText: text };
  if (name !== 'value') return leaf;
  if (schema.nil === 'true') return { ...leaf, attributes: { nil: 'true' } };
  const type = schema.type?.split(':').at(-1);
  return type === undefined ? leaf : { ...leaf, attributes: { type: `xsd:${type}` } };
}
