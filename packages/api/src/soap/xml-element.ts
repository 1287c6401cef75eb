import { MusterError } from '@muster/kernel';
import { SaxesParser } from 'saxes';

/** An element with its namespace resolved, so that the prefixes clients choose do not matter. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Text directly inside, trimmed of nothing. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** Attributes of XML Schema: `type`, `nil`. */
  readonly schema: { readonly type?: string; readonly nil?: string };
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const MAX_DEPTH = 50;

/** An element whose end has not been read yet. */
interface OpenElement extends XmlElement {
  text: string;
  readonly children: XmlElement[];
}

/**
 * Reads an XML document. Document types are refused: nothing a client needs, and the way to hurt a parser.
 * @throws MusterError INVALID_INPUT for what is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const document: XmlElement[] = [];
  const open: OpenElement[] = [];
  const addText = (part: string) => {
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.text += part;
  };
  parser.on('error', ({ message }) => refuse(message));
  parser.on('doctype', () => refuse('a document type is not allowed'));
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length === MAX_DEPTH) refuse(`elements are nested more than ${MAX_DEPTH} levels deep`);
    const schema = Object.fromEntries(
      Object.values(attributes)
        .filter((attribute) => attribute.uri === XSI)
        .map((attribute) => [attribute.local, attribute.value]),
    );
    const element = { namespace: uri, name: local, text: '', children: [], schema };
    (open.at(-1)?.children ?? document).push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return document[0] as XmlElement;
}

/** The first child with this name in this namespace. */
export function findChild(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return element.children.find((child) => child.namespace === namespace && child.name === name);
}

/** The text of the first child of this name, whatever its namespace; undefined when there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** The children of this name, whatever their namespace. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function refuse(reason: string): never {
  throw new MusterError('INVALID_INPUT', `The request is not a valid XML document: ${reason}`);
}
