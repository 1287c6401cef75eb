/** Contents of an element: text, nothing (`xsi:nil`), or elements by name in the order the WSDL gives them. */
export type XmlValue = string | number | boolean | null | XmlFields | XmlText;
export interface XmlFields {
  /** A list stands for as many elements of the name; undefined for none. */
  readonly [name: string]: XmlValue | readonly XmlValue[] | undefined;
}

/** An element whose attributes and contents are XML already. */
export interface XmlText {
  readonly [XML]: { readonly attributes: string; readonly contents: string };
}
const XML = Symbol('xml');

/** @param attributes as they follow the name of the element, with the blank before the first */
export function xmlText(attributes: string, contents: string): XmlText {
  return { [XML]: { attributes, contents } };
}

/** Elements one after the other, without prefixes: some clients read answers by plain text search. */
export function printElements(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => {
      if (value === undefined) return '';
      return isList(value)
        ? value.map((each) => printElement(name, each)).join('')
        : printElement(name, value);
    })
    .join('');
}

function printElement(name: string, value: XmlValue): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  if (!isXmlText(value)) return `<${name}>${printElements(value)}</${name}>`;
  const { attributes, contents } = value[XML];
  return contents === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${contents}</${name}>`;
}

function isList(value: XmlValue | readonly XmlValue[]): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function isXmlText(value: XmlFields | XmlText): value is XmlText {
  return XML in value;
}

/** Text as the content of an element; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 has no form for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
