import { SaxesParser } from 'saxes';

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

/** An element whose end has not been read yet. */
interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly children: XmlElement[];
  rawText: string;
  attributes?: Readonly<Record<string, string>>;
}

/**
 * Reads XML without trusting it: a document type declaration is refused, so no entity is ever defined, and only the
 * five predefined entities and character references are known; size and depth are bounded.
 */
export function parseXml(source: string): ParsedXml {
  if (source.length > MAX_XML_CHARACTERS) {
    return { ok: false, line: 1, message: `file is larger than ${MAX_XML_CHARACTERS} characters` };
  }
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const whole = text.slice(0, text.lastIndexOf('>') + 1);
  const behind = text.slice(whole.length).trim();
  const parser = new SaxesParser({ position: false });
  const document = collectElements(parser, placeFinder(text));
  try {
    parser.write(whole).close();
  } catch (failure) {
    return {
      ok: false,
      line: parser.line,
      message: failure instanceof Error ? failure.message : String(failure),
    };
  }
  const root = document[0] as XmlElement;
  return { ok: true, root, ...(behind === '' ? {} : { warning: `text behind the last element: ${behind}` }) };
}

/** Listens to the parser, which stops at what a listener throws; the outermost element is in the list at its end. */
function collectElements(parser: SaxesParser, placeOf: PlaceFinder): readonly XmlElement[] {
  const document: XmlElement[] = [];
  const open: OpenElement[] = [];
  const addText = (text: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.rawText += text;
  };
  parser.on('error', refuse);
  parser.on('doctype', () => refuse(new Error('a document type declaration is not allowed')));
  parser.on('opentagstart', ({ name }) => {
    if (open.length === MAX_DEPTH)
      refuse(new Error(`elements are nested more than ${MAX_DEPTH} levels deep`));
    // The parser has read `<`, the name and one character behind it.
    open.push({ name: ownName(name), start: parser.position - name.length - 2, children: [], rawText: '' });
  });
  parser.on('attribute', ({ name, value }) => {
    const innermost = open.at(-1);
    const own = ownName(name);
    if (innermost !== undefined && KEPT_ATTRIBUTES.has(own)) {
      innermost.attributes = { ...innermost.attributes, [own]: value };
    }
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { name, start, children, attributes, rawText: read } = open.pop() as OpenElement;
    const { line, column } = placeOf(start);
    const rawText = children.length > 0 ? '' : read;
    const plain = { name, line, column, children, text: rawText.trim(), rawText };
    const element = attributes === undefined ? plain : { ...plain, attributes };
    (open.at(-1)?.children ?? document).push(element);
  });
  return document;
}

const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(['type', 'nil']);

/** A name without its prefix. */
function ownName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function refuse(failure: Error): never {
  throw failure;
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
