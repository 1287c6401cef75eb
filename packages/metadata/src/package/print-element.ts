import type { XmlElement } from '../source-format/xml-element.js';

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSD = 'http://www.w3.org/2001/XMLSchema';

/** A metadata file: declaration, namespace, four spaces a level, a line feed at the end. */
export function printFile(root: XmlElement): string {
  const schemas = hasAttributes(root) ? ` xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"` : '';
  const lines = [`<?xml version="1.0" encoding="UTF-8"?>`];
  printInto(lines, root, '', ` xmlns="${METADATA_NAMESPACE}"${schemas}`);
  return `${lines.join('\n')}\n`;
}

/** The contents of an element as XML without blanks between, for answers of the SOAP API. */
export function printContents(element: XmlElement): string {
  if (element.children.length === 0) return escapeText(element.rawText);
  return element.children
    .map((child) => `<${child.name}${attributes(child)}>${printContents(child)}</${child.name}>`)
    .join('');
}

function printInto(lines: string[], element: XmlElement, indent: string, declarations: string): void {
  const { name, children, rawText } = element;
  const open = `${indent}<${name}${declarations}${attributes(element)}`;
  if (children.length === 0) {
    lines.push(rawText === '' ? `${open}/>` : `${open}>${escapeText(rawText)}</${name}>`);
    return;
  }
  lines.push(`${open}>`);
  for (const child of children) printInto(lines, child, `${indent}    `, '');
  lines.push(`${indent}</${name}>`);
}

function attributes(element: XmlElement): string {
  return Object.entries(element.attributes ?? {})
    .map(([name, value]) => ` xsi:${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function hasAttributes(element: XmlElement): boolean {
  return element.attributes !== undefined || element.children.some(hasAttributes);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
