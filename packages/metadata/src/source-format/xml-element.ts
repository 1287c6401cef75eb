import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a metadata file: no namespaces, no mixed content, and where it begins. */
export interface XmlElement {
  readonly name: string;
  /** Line and column count from 1. */
  readonly line: number;
  readonly column: number;
  readonly children: readonly XmlElement[];
  /** The text of an element without children, trimmed. */
  readonly text: string;
  /** That text with the blanks around it. */
  readonly rawText: string;
  /** Attributes by name without prefix: `type` and `nil` of XML Schema, on values of custom metadata. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export type ParsedXml =
  | {
      readonly ok: true;
      readonly root: XmlElement;
      /** What was passed over: text behind the last element, as pages leave it when a file is copied from them. */
      readonly warning?: string;
    }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Longest metadata file that is read, in characters. Salesforce's own largest objects stay below it. */
export const MAX_XML_CHARACTERS = 4_000_000;

const MAX_DEPTH = 40;
const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

const options = {
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  removeNSPrefix: true,
  maxNestedTags: MAX_DEPTH,
};

/** One node as the parser gives it: a single tag name as key, `#text` or `#cdata`, and its position under a symbol. */
type RawNode = Readonly<Record<string | symbol, unknown>>;

type StartIndex = { readonly startIndex?: number } | undefined;

/**
 * Reads XML without trusting it: a document type declaration is refused, so no entity is ever defined, and only the
 * five predefined entities and character references are decoded; size and depth are bounded.
 */
export function parseXml(source: string): ParsedXml {
  if (source.length > MAX_XML_CHARACTERS) {
    return { ok: false, line: 1, message: `file is larger than ${MAX_XML_CHARACTERS} characters` };
  }
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const doctype = doctypeOffset(text);
  const placeOf = placeFinder(text);
  if (doctype !== undefined) {
    return { ok: false, line: placeOf(doctype).line, message: 'a document type declaration is not allowed' };
  }
  const whole = text.slice(0, text.lastIndexOf('>') + 1);
  const behind = text.slice(whole.length).trim();
  const valid = XMLValidator.validate(whole, { allowBooleanAttributes: true });
  if (valid !== true) return { ok: false, line: valid.err.line, message: valid.err.msg };
  try {
    const nodes: readonly RawNode[] = new XMLParser(options).parse(whole);
    const root = nodes.flatMap((node) => elementOf(node, placeOf))[0];
    if (root === undefined) return { ok: false, line: 1, message: 'no element found' };
    return {
      ok: true,
      root,
      ...(behind === '' ? {} : { warning: `text behind the last element: ${behind}` }),
    };
  } catch (error) {
    return { ok: false, line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Where a document type declaration begins: only comments and processing instructions may stand before one. */
function doctypeOffset(text: string): number | undefined {
  const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0] ?? '';
  return /^<!doctype/i.test(text.slice(prolog.length, prolog.length + 9)) ? prolog.length : undefined;
}

function elementOf(node: RawNode, placeOf: PlaceFinder): XmlElement[] {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name === TEXT || name === CDATA || name.startsWith('?')) return [];
  const content = node[name];
  const nodes: readonly RawNode[] = Array.isArray(content) ? content : [];
  const position = Reflect.get(node, XMLParser.getMetaDataSymbol().valueOf()) as StartIndex;
  const children = nodes.flatMap((child) => elementOf(child, placeOf));
  const rawText = children.length > 0 ? '' : nodes.map(textOf).join('');
  const attributes = attributesOf(node);
  return [
    {
      name,
      ...placeOf(position?.startIndex ?? 0),
      children,
      text: rawText.trim(),
      rawText,
      ...(attributes === undefined ? {} : { attributes }),
    },
  ];
}

function attributesOf(node: RawNode): Readonly<Record<string, string>> | undefined {
  const given = node[ATTRIBUTES];
  if (typeof given !== 'object' || given === null) return undefined;
  const kept = Object.entries(given).flatMap(([name, value]) =>
    name === 'type' || name === 'nil' ? [[name, String(value)] as const] : [],
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function textOf(node: RawNode): string {
  const plain = node[TEXT];
  if (typeof plain === 'string') return decodeReferences(plain);
  const cdata = node[CDATA];
  if (!Array.isArray(cdata)) return '';
  return cdata.map((part: RawNode) => (typeof part[TEXT] === 'string' ? part[TEXT] : '')).join('');
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes `&amp;` and its like, `&#65;` and `&#x41;`; any other reference stays as it is written. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (name !== undefined) return PREDEFINED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

type PlaceFinder = (offset: number) => { readonly line: number; readonly column: number };

/** A function from offset to line and column, by binary search over the line ends. */
function placeFinder(text: string): PlaceFinder {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
