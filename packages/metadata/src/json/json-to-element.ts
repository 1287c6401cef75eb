import { makeElement } from '../package/document.js';
import { leaf } from '../package/manifest.js';
import type { XmlElement } from '../source-format/xml-element.js';

const NAME = /^[A-Za-z_][\w.-]*$/;
const ATTRIBUTES = new Set(['@type', '@nil']);
const MAX_DEPTH = 30;

/** What is wrong with a description in JSON; `path` is where: `valueSet.valueSetDefinition.value[2]`. */
export class JsonMetadataFault extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(path === '' ? message : `${path} ${message}`);
    this.path = path;
  }
}

/**
 * The element of a description in JSON, as `elementToJson` gives it; numbers and booleans stand for their text, null for
 * nothing.
 * @throws JsonMetadataFault for what no file could say
 */
export function jsonToElement(name: string, metadata: unknown): XmlElement {
  if (!isObject(metadata)) throw new JsonMetadataFault('', 'is expected to be an object with elements');
  return objectToElement(name, metadata, '');
}

function elementsOf(name: string, value: unknown, path: string): readonly XmlElement[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((each, i) => {
      if (Array.isArray(each)) throw new JsonMetadataFault(`${path}[${i}]`, 'is a list within a list');
      return elementsOf(name, each, `${path}[${i}]`);
    });
  }
  if (isObject(value)) return [objectToElement(name, value, path)];
  return [leaf(name, String(value))];
}

function objectToElement(name: string, value: Readonly<Record<string, unknown>>, path: string): XmlElement {
  if (path.split('.').length > MAX_DEPTH) throw new JsonMetadataFault(path, 'is nested too deeply');
  const attributes: Record<string, string> = {};
  const children: XmlElement[] = [];
  let text = '';
  for (const [key, inside] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (key === '#text') text = String(inside ?? '');
    else if (ATTRIBUTES.has(key)) attributes[key.slice(1)] = String(inside);
    else if (NAME.test(key)) children.push(...elementsOf(key, inside, at));
    else throw new JsonMetadataFault(at, 'is no name of an element');
  }
  if (text !== '' && children.length > 0)
    throw new JsonMetadataFault(path, 'has both a text and elements inside');
  const element = children.length > 0 ? makeElement(name, children) : leaf(name, text);
  return Object.keys(attributes).length > 0 ? { ...element, attributes } : element;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
