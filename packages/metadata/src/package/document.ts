import type { MetadataType } from '../registry/metadata-type.js';
import type { XmlElement } from '../source-format/xml-element.js';

/** One component as its description says it, whatever file it came in. */
export interface MetadataDocument {
  readonly type: MetadataType;
  /** `Case.Status__c`, `Folder/Report`. */
  readonly fullName: string;
  /** Named after the type, in canonical order; children of its own are documents of their own. */
  readonly root: XmlElement;
  /** The body of an e-mail template. */
  readonly body?: string;
  /** The file it was read from. */
  readonly file: string;
}

/** What tells components apart: type and full name, without case. */
export function documentKey({ type, fullName }: Pick<MetadataDocument, 'type' | 'fullName'>): string {
  return `${type.name}:${fullName.toLowerCase()}`;
}

/** An element made here, at the place of the one it stands for. */
export function makeElement(
  name: string,
  children: readonly XmlElement[],
  at?: Pick<XmlElement, 'line' | 'column'>,
): XmlElement {
  return { name, line: at?.line ?? 1, column: at?.column ?? 1, children, text: '', rawText: '' };
}

/** A part's own name: `Status__c` of `Case.Status__c`; the full name for what is no part of another. */
export function ownName({ type, fullName }: Pick<MetadataDocument, 'type' | 'fullName'>): string {
  return type.child?.isQualified ? fullName.slice(fullName.indexOf('.') + 1) : fullName;
}

/** Full name of the component whose file holds a part: `Case`; `CustomLabels` for a label. */
export function parentName({ type, fullName }: Pick<MetadataDocument, 'type' | 'fullName'>): string {
  if (type.child === undefined) return fullName;
  return type.child.isQualified ? fullName.slice(0, fullName.indexOf('.')) : type.child.type;
}
