import { childTypes } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';
import type { XmlElement } from '../source-format/xml-element.js';
import { canonicalElement } from './canonical-element.js';
import { type MetadataDocument, makeElement } from './document.js';

/**
 * The components a file declares: the one it is named after, without its parts, and each part as a component of its
 * own. A file that says nothing of the whole, as one that only brings fields to an object, gives the parts alone.
 */
export function splitFile(
  root: XmlElement,
  type: MetadataType,
  fullName: string,
  file: string,
): readonly MetadataDocument[] {
  const parts = childTypes(type.name);
  if (parts.length === 0) return [{ type, fullName, root: canonicalElement(root), file }];
  const byElement = new Map(parts.map((part) => [part.child?.element, part]));
  const documents: MetadataDocument[] = [];
  const own: XmlElement[] = [];
  for (const child of root.children) {
    const part = byElement.get(child.name);
    if (part === undefined) own.push(child);
    else documents.push(partDocument(child, part, fullName, file));
  }
  const isWhole = own.length > 0 || documents.length === 0;
  if (!isWhole || type.isContainer) return documents;
  return [{ type, fullName, root: canonicalElement({ ...root, children: own }), file }, ...documents];
}

function partDocument(
  element: XmlElement,
  type: MetadataType,
  parent: string,
  file: string,
): MetadataDocument {
  const nameElement = type.child?.nameElement ?? 'fullName';
  const own = element.children.find(({ name }) => name === nameElement)?.text ?? '';
  const fullName = type.child?.isQualified ? `${parent}.${own}` : own;
  return { type, fullName, root: canonicalElement({ ...element, name: type.name }), file };
}

/** The element a part is in the file of the whole it belongs to. */
export function asPart(document: MetadataDocument): XmlElement {
  const { type, root } = document;
  return { ...root, name: type.child?.element ?? type.name };
}

/** A part without a file of its own as the file that would hold it alone; any other component as it is. */
export function asFileElement(document: MetadataDocument): XmlElement {
  const { child } = document.type;
  if (child === undefined || child.ownFileIn !== undefined) return document.root;
  return makeElement(child.type, [asPart(document)], document.root);
}
