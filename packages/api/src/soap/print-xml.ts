/** Contents of an element: text, nothing (`xsi:nil`), or elements by name in the order the WSDL gives them. */
export type XmlValue = string | number | boolean | null | XmlFields;
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

/** Elements one after the other, without prefixes: some clients read answers by plain text search. */
export function printElements(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) =>
      value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${printContent(value)}</${name}>`,
    )
    .join('');
}

function printContent(value: Exclude<XmlValue, null>): string {
  return typeof value === 'object' ? printElements(value) : escapeXml(String(value));
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
