import { type MetadataDocument, manifestChooser, printContents, wholeElement } from '@muster/metadata';
import type { SoapResult } from './envelope.js';
import { metadataTypeOf } from './metadata-type.js';
import { escapeXml, type XmlValue, xmlText } from './print-xml.js';
import type { SoapContext } from './soap-calls.js';
import { childrenNamed, childText } from './xml-element.js';

const XSD = ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

/** Components by name, wholes with their parts; one that is not there is nil. */
export async function readMetadata({ parts, call }: SoapContext): Promise<SoapResult> {
  const type = metadataTypeOf(childText(call.body, 'type') ?? '');
  const names = childrenNamed(call.body, 'fullNames').map(({ text }) => text.trim());
  const chooserOf = (member: string) => manifestChooser([{ type: type.name, member, line: 0 }]);
  const found = await parts.metadata.retrieve(
    manifestChooser(names.map((member) => ({ type: type.name, member, line: 0 }))),
  );
  return { records: names.map((name) => presentRecord(name, found.filter(chooserOf(name)))) };
}

function presentRecord(fullName: string, documents: readonly MetadataDocument[]): XmlValue {
  const [first] = documents;
  if (first === undefined) return null;
  const isPart =
    first.type.child !== undefined &&
    documents.length === 1 &&
    first.fullName.toLowerCase() === fullName.toLowerCase();
  const root = isPart ? first.root : wholeElement(documents);
  const own = root.children.filter(({ name }) => name !== 'fullName');
  const content = documents.find(({ body }) => body !== undefined)?.body;
  const body = content === undefined ? '' : `<content>${Buffer.from(content).toString('base64')}</content>`;
  const named = `<fullName>${escapeXml(isPart ? first.fullName : fullName)}</fullName>`;
  const inside = own.length === 0 ? '' : printContents({ ...root, children: own });
  return xmlText(` xsi:type="${root.name}"${XSD}`, named + body + inside);
}
