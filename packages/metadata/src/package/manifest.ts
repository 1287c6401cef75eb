import type { MetadataProblem } from '../metadata-problem.js';
import { findType } from '../registry/find-type.js';
import type { MetadataType } from '../registry/metadata-type.js';
import { parseXml, type XmlElement } from '../source-format/xml-element.js';
import { type MetadataDocument, makeElement } from './document.js';
import { printFile } from './print-element.js';

/** One member of a package.xml. */
export interface ManifestMember {
  /** As written; it may be no type that is known here. */
  readonly type: string;
  /** A full name, or `*` for all of the type. */
  readonly member: string;
  readonly line: number;
}

export interface Manifest {
  readonly members: readonly ManifestMember[];
  readonly version?: string;
}

/** Reads a package.xml or destructiveChanges.xml; what is wrong with it is added to `problems`. */
export function readManifest(text: string, file: string, problems: MetadataProblem[]): Manifest {
  const xml = parseXml(text);
  if (!xml.ok || xml.root.name !== 'Package') {
    const message = xml.ok ? `root element is ${xml.root.name}, expected Package` : xml.message;
    problems.push({ severity: 'error', file, line: xml.ok ? xml.root.line : xml.line, member: '', message });
    return { members: [] };
  }
  return readManifestElement(xml.root);
}

/** The members an element of a package lists, as the SOAP API sends it too. */
export function readManifestElement(root: XmlElement): Manifest {
  const version = textOf(root, 'version');
  const members = root.children
    .filter(({ name }) => name === 'types')
    .flatMap((types) =>
      types.children
        .filter(({ name }) => name === 'members')
        .map(({ text, line }) => ({ type: textOf(types, 'name') ?? '', member: ownMember(text), line })),
    );
  return { members, ...(version === undefined ? {} : { version }) };
}

/** Some tools end the name of a folder with a slash. */
function ownMember(text: string): string {
  return text.length > 1 && text.endsWith('/') ? text.slice(0, -1) : text;
}

/** The package.xml that lists components, types and members in their order of names. */
export function printManifest(
  components: readonly Pick<MetadataDocument, 'type' | 'fullName'>[],
  version: string,
) {
  const byType = new Map<string, string[]>();
  for (const { type, fullName } of components) {
    const listed = type.listedAs ?? type.name;
    byType.set(listed, [...(byType.get(listed) ?? []), fullName]);
  }
  const types = [...byType]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => {
      const sorted = [...new Set(members)].toSorted();
      return makeElement('types', [...sorted.map((member) => leaf('members', member)), leaf('name', name)]);
    });
  return printFile(makeElement('Package', [...types, leaf('version', version)]));
}

/** An element that holds a text. */
export function leaf(name: string, text: string): XmlElement {
  return { ...makeElement(name, []), text, rawText: text };
}

/** Chooses by a manifest: whether it names a component, its parts named by their own types or with `*`. */
export function manifestChooser(
  members: readonly ManifestMember[],
): (component: Pick<MetadataDocument, 'type' | 'fullName'>) => boolean {
  const named = new Set(members.map(({ type, member }) => `${canonicalType(type)}:${member.toLowerCase()}`));
  const has = (type: string, member: string) =>
    named.has(`${type}:${member.toLowerCase()}`) || named.has(`${type}:*`);
  const chooses = (type: MetadataType, fullName: string): boolean => {
    if (has(type.listedAs ?? type.name, fullName)) return true;
    const { child } = type;
    if (child === undefined) return false;
    return has(child.type, child.isQualified ? fullName.slice(0, fullName.indexOf('.')) : child.type);
  };
  return ({ type, fullName }) => chooses(type, fullName);
}

function canonicalType(name: string): string {
  return findType(name)?.name ?? name;
}

function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}
