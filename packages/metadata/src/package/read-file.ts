import type { MetadataProblem } from '../metadata-problem.js';
import type { MetadataType } from '../registry/metadata-type.js';
import { parseXml } from '../source-format/xml-element.js';
import { documentKey, type MetadataDocument, ownName } from './document.js';
import { mergeOver } from './merge-elements.js';
import { printFile } from './print-element.js';
import { splitFile } from './split-file.js';

/** A file of a project or package, its path with `/` between folders. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/** The components a file declares; what is wrong with it is added to `problems`. */
export function readFile(
  { path, text }: PackageFile,
  type: MetadataType,
  fullName: string,
  problems: MetadataProblem[],
): readonly MetadataDocument[] {
  const xml = parseXml(text);
  const report = (line: number, message: string) => {
    problems.push({ severity: 'error', file: path, line, member: fullName, message });
    return [];
  };
  if (!xml.ok) return report(xml.line, xml.message);
  if (xml.warning !== undefined)
    problems.push({
      severity: 'warning',
      file: path,
      line: xml.root.line,
      member: fullName,
      message: xml.warning,
    });
  if (!isRootOf(xml.root.name, type))
    return report(xml.root.line, `root element is ${xml.root.name}, expected ${type.name}`);
  const found = splitFile(xml.root, type, nameInFile(fullName, type, xml.root.children), path);
  const unnamed = found.find((document) => document.fullName === '' || ownName(document) === '');
  if (unnamed === undefined) return found;
  return report(unnamed.root.line, `<${unnamed.type.child?.nameElement ?? 'fullName'}> is missing`);
}

/** Adds a component to those that were read; of two files that declare one, the later is taken, or both add up. */
export function addDocument(
  documents: Map<string, MetadataDocument>,
  document: MetadataDocument,
  problems: MetadataProblem[],
): void {
  const key = documentKey(document);
  const before = documents.get(key);
  const isReplaced = before !== undefined && document.type.merge === 'replace';
  if (isReplaced && printFile(before.root) !== printFile(document.root)) {
    const message = `${before.file} declares it too; what is read last is taken`;
    const { file, fullName: member, root } = document;
    problems.push({ severity: 'warning', file, line: root.line, member, message });
  }
  const root =
    before === undefined ? document.root : mergeOver(before.root, document.root, document.type.merge);
  documents.set(key, { ...document, root });
}

/** Settings are each of a type of their own: `CaseSettings`. */
function isRootOf(name: string, type: MetadataType): boolean {
  return name === type.name || (type.name === 'Settings' && name.endsWith('Settings'));
}

/** A part with a file of its own is called what it says inside, which a file name cannot always spell. */
function nameInFile(
  fullName: string,
  type: MetadataType,
  children: readonly { name: string; text: string }[],
) {
  if (type.child === undefined) return fullName;
  const { nameElement, isQualified } = type.child;
  const inside = children.find(({ name }) => name === nameElement)?.text;
  if (inside === undefined) return fullName;
  return isQualified ? `${fullName.slice(0, fullName.indexOf('.'))}.${inside}` : inside;
}
