import { MusterError } from '@muster/kernel';
import { XMLParser } from 'fast-xml-parser';

/** An element with its namespace resolved, so that the prefixes clients choose do not matter. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Text directly inside, trimmed of nothing. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

type Parsed = Readonly<Record<string, unknown>>;
type Scope = ReadonlyMap<string, string>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const MAX_DEPTH = 50;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
});

/**
 * Reads an XML document. Document types are refused: nothing a client needs, and the way to hurt a parser.
 * @throws MusterError INVALID_INPUT for what is not well-formed
 */
export function parseXml(text: string): XmlElement {
  if (/<!doctype/i.test(text)) throw malformed('a document type is not allowed');
  let nodes: readonly Parsed[];
  try {
    nodes = parser.parse(text, true) as readonly Parsed[];
  } catch (failure) {
    throw malformed(failure instanceof Error ? failure.message : 'not XML');
  }
  const root = nodes.find((node) => elementName(node) !== undefined);
  if (root === undefined) throw malformed('there is no element');
  return toElement(root, new Map(), 0);
}

/** The first child with this name in this namespace. */
export function findChild(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return element.children.find((child) => child.namespace === namespace && child.name === name);
}

/** The text of the first child of this name, whatever its namespace; undefined when there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

function toElement(node: Parsed, outer: Scope, depth: number): XmlElement {
  if (depth > MAX_DEPTH) throw malformed(`elements are nested more than ${MAX_DEPTH} levels deep`);
  const qualified = elementName(node) ?? '';
  const scope = declareNamespaces(node, outer);
  const content = (node[qualified] ?? []) as readonly Parsed[];
  const [prefix, name] = splitName(qualified);
  const namespace = scope.get(prefix);
  if (namespace === undefined && prefix !== '') throw malformed(`the prefix ${prefix} is not declared`);
  return {
    namespace: namespace ?? '',
    name,
    text: content.map((child) => (TEXT in child ? String(child[TEXT]) : '')).join(''),
    children: content
      .filter((child) => elementName(child) !== undefined)
      .map((child) => toElement(child, scope, depth + 1)),
  };
}

function declareNamespaces(node: Parsed, outer: Scope): Scope {
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>);
  const declared = attributes.flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [];
  });
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

function elementName(node: Parsed): string | undefined {
  return Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
}

function splitName(qualified: string): readonly [prefix: string, name: string] {
  const at = qualified.indexOf(':');
  return at === -1 ? ['', qualified] : [qualified.slice(0, at), qualified.slice(at + 1)];
}

function malformed(reason: string): MusterError {
  return new MusterError('INVALID_INPUT', `The request is not a valid XML document: ${reason}`);
}
