import type { XmlElement } from '../source-format/xml-element.js';
import { canonicalElement } from './canonical-element.js';
import { type MetadataDocument, makeElement } from './document.js';
import { bodyPath, mdapiPath, parentType, sourcePath } from './paths.js';
import { printFile } from './print-element.js';
import { asPart } from './split-file.js';

export type PackageFormat = 'source' | 'mdapi';

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
  /** The components it holds. */
  readonly documents: readonly MetadataDocument[];
}

/** The files of components in either format, in the order of their paths, without a manifest. */
export function writeFiles(
  documents: readonly MetadataDocument[],
  format: PackageFormat,
): readonly WrittenFile[] {
  const byPath = new Map<string, MetadataDocument[]>();
  for (const document of documents) {
    const path = format === 'source' ? sourcePath(document) : mdapiPath(document);
    byPath.set(path, [...(byPath.get(path) ?? []), document]);
  }
  const files = [...byPath].map(([path, together]): WrittenFile => {
    return { path, text: printFile(fileElement(together, format)), documents: together };
  });
  const bodies = documents.flatMap((document): WrittenFile[] =>
    document.body === undefined
      ? []
      : [{ path: bodyPath(document), text: document.body, documents: [document] }],
  );
  return [...files, ...bodies].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** A whole with the parts of it that are given, as in the mdapi format. */
export function wholeElement(documents: readonly MetadataDocument[]): XmlElement {
  return fileElement(documents, 'mdapi');
}

/** One file's element: a component by itself, or a whole with the parts its file holds. */
function fileElement(together: readonly MetadataDocument[], format: PackageFormat): XmlElement {
  const isPart = ({ type }: MetadataDocument) =>
    type.child !== undefined && (format === 'mdapi' || type.child.ownFileIn === undefined);
  const whole = together.find((document) => !isPart(document));
  const parts = together.filter(isPart).toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1));
  if (whole !== undefined && parts.length === 0) return whole.root;
  const [first] = together;
  const root = whole?.root ?? makeElement(first === undefined ? '' : parentType(first.type).name, []);
  return canonicalElement({ ...root, children: [...root.children, ...parts.map(asPart)] });
}
