import type { MetadataProblem } from '../metadata-problem.js';
import { type MetadataDocument, ownName, parentName } from '../package/document.js';
import { leaf } from '../package/manifest.js';
import { sourcePath } from '../package/paths.js';
import { printFile } from '../package/print-element.js';
import { addDocument, readFile } from '../package/read-file.js';
import type { Deletion, MetadataPackage, SkippedComponent } from '../package/read-package.js';
import type { XmlElement } from '../source-format/xml-element.js';
import { JsonMetadataFault, jsonToElement } from './json-to-element.js';

type Named = Pick<MetadataDocument, 'type' | 'fullName'>;

/** A component that came with its name and description apart, not as a file. */
export interface GivenComponent extends Named {
  /** Its elements as JSON, or as the element that came. */
  readonly metadata: { readonly json: unknown } | { readonly element: XmlElement };
  readonly body?: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no name holds them
const NO_NAME = /[\u0000-\u001f\\]|(^|\/)(\.{0,2})(\/|$)/;

/**
 * Reads components that came as JSON or as elements of a request. Each is put down as the file that would hold it and
 * read as one, so that the same is right and wrong; problems name the lines of that file.
 */
export function readGivenComponents(
  components: readonly GivenComponent[],
  deletions: readonly Named[],
): MetadataPackage {
  const problems: MetadataProblem[] = [];
  const documents = new Map<string, MetadataDocument>();
  const skipped: SkippedComponent[] = [];
  for (const component of components) {
    const file = sourcePath(component);
    if (component.type.skipped !== undefined) skipped.push({ ...component, file });
    else
      for (const document of readGiven(component, file, problems)) addDocument(documents, document, problems);
  }
  return {
    documents: [...documents.values()],
    deletions: deletions.map((named): Deletion => ({ ...named, file: sourcePath(named), line: 1 })),
    skipped,
    problems,
  };
}

function readGiven(
  component: GivenComponent,
  file: string,
  problems: MetadataProblem[],
): readonly MetadataDocument[] {
  const { type, fullName, body } = component;
  try {
    const nameless = nameFault(component);
    if (nameless !== undefined) throw new JsonMetadataFault('', nameless);
    const text = printFile(withOwnName(elementOf(component), component));
    const documents = readFile({ path: file, text }, type, fullName, problems);
    if (type.hasBody !== true) return documents;
    if (body === undefined) throw new JsonMetadataFault('body', 'is missing: the text that goes with it');
    return documents.map((document) => ({ ...document, body }));
  } catch (failure) {
    if (!(failure instanceof JsonMetadataFault)) throw failure;
    problems.push({ severity: 'error', file, member: fullName, message: failure.message });
    return [];
  }
}

/** What is wrong with a name, whatever the component says. */
function nameFault({ type, fullName }: Named): string | undefined {
  if (fullName === '' || NO_NAME.test(fullName)) return `${JSON.stringify(fullName)} is no full name`;
  if (!type.child?.isQualified) return undefined;
  const isWhole = parentName({ type, fullName }) !== '' && ownName({ type, fullName }) !== '';
  return isWhole && fullName.includes('.')
    ? undefined
    : `a ${type.name} is named ${type.child.type}.Name, not ${fullName}`;
}

function elementOf({ type, fullName, metadata }: GivenComponent): XmlElement {
  const name = type.name === 'Settings' ? `${fullName}Settings` : type.name;
  return 'element' in metadata ? { ...metadata.element, name } : jsonToElement(name, metadata.json);
}

/** A part says its own name in its file. @throws JsonMetadataFault when it says another */
function withOwnName(element: XmlElement, named: Named): XmlElement {
  const nameElement = named.type.child?.nameElement;
  if (nameElement === undefined) return element;
  const own = ownName(named);
  const said = element.children.find(({ name }) => name === nameElement)?.text;
  if (said !== undefined && said.toLowerCase() !== own.toLowerCase())
    throw new JsonMetadataFault(nameElement, `is ${said}, expected ${own}`);
  return said === undefined
    ? { ...element, children: [leaf(nameElement, own), ...element.children] }
    : element;
}
