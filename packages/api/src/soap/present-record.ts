import { fieldType, findField, findObject, type Snapshot } from '@muster/metadata';
import { digitsOf, type Exact, type ExactRecord } from '../query/read-exact.js';
import { escapeXml, printElements, type XmlText, xmlText } from './print-xml.js';

/** How records are written: for the partner API, which tells the type in the record, or for the enterprise API, in its element. */
export interface RecordForm {
  readonly snapshot: Snapshot;
  readonly isEnterprise: boolean;
}

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/;

/** A page of a query, `{totalSize, done, records, nextRecordsUrl}`, as `QueryResult`. */
export function presentPage(page: ExactRecord, form: RecordForm): XmlText {
  return xmlText(` xsi:type="QueryResult"${namespaceOf(form)}`, pageContents(page, form));
}

/** A record as `sObject`; `xsi:nil` for one that is not there. */
export function presentRecord(record: ExactRecord | null, form: RecordForm): XmlText {
  if (record === null) return xmlText(' xsi:nil="true"', '');
  return xmlText(` xsi:type="${typeNameOf(record, form)}"${namespaceOf(form)}`, recordContents(record, form));
}

function namespaceOf({ isEnterprise }: RecordForm): string {
  return ` xmlns:sf="urn:sobject.${isEnterprise ? 'enterprise' : 'partner'}.soap.sforce.com" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`;
}

function pageContents({ totalSize, done, records, nextRecordsUrl }: ExactRecord, form: RecordForm): string {
  const list = Array.isArray(records) ? (records as readonly ExactRecord[]) : [];
  const locator = typeof nextRecordsUrl === 'string' ? (nextRecordsUrl.split('/').at(-1) ?? null) : null;
  const written = list.map(
    (record) => `<records xsi:type="${typeNameOf(record, form)}">${recordContents(record, form)}</records>`,
  );
  return (
    printElements({ done: done === true, queryLocator: locator }) +
    written.join('') +
    printElements({ size: digitsOf(totalSize ?? null) ?? String(list.length) })
  );
}

function typeOf({ attributes }: ExactRecord): string {
  const type = isRecord(attributes) ? attributes.type : undefined;
  return typeof type === 'string' ? type : 'AggregateResult';
}

function typeNameOf(record: ExactRecord, { isEnterprise }: RecordForm): string {
  return isEnterprise ? `sf:${typeOf(record)}` : 'sf:sObject';
}

/** The WSDL has the type first, then the id, which stands there again among the fields when it was asked for. */
function recordContents(record: ExactRecord, form: RecordForm): string {
  const type = typeOf(record);
  const { attributes: _, ...fields } = record;
  const id =
    typeof fields.Id === 'string' ? `<sf:Id>${escapeXml(fields.Id)}</sf:Id>` : '<sf:Id xsi:nil="true"/>';
  const head = form.isEnterprise ? (fields.Id === undefined ? '' : id) : `<sf:type>${type}</sf:type>${id}`;
  const members = Object.entries(fields).map(([name, value]) =>
    form.isEnterprise && name === 'Id' ? '' : member(type, name, value, form),
  );
  return head + members.join('');
}

function member(type: string, name: string, value: Exact, form: RecordForm): string {
  if (value === null) return `<sf:${name} xsi:nil="true"/>`;
  if (!isRecord(value)) return scalar(type, name, value, form);
  const [attributes, contents] = nested(value, form);
  return `<sf:${name} xsi:type="${attributes}">${contents}</sf:${name}>`;
}

/** A list of children, a parent, or an address or place. */
function nested(value: ExactRecord, form: RecordForm): readonly [string, string] {
  if ('records' in value) return ['QueryResult', pageContents(value, form)];
  if ('attributes' in value) return [typeNameOf(value, form), recordContents(value, form)];
  const parts = Object.entries(value).map(([name, part]) => [name, digitsOf(part) ?? part] as const);
  const filled = Object.fromEntries(parts.filter(([, part]) => part !== null)) as Record<string, string>;
  return ['city' in value ? 'address' : 'location', printElements(filled)];
}

/** Groups say of each value what it is, as no describe does. */
function scalar(type: string, name: string, value: Exact, { snapshot }: RecordForm): string {
  const digits = digitsOf(value);
  const text = digits ?? String(value);
  if (type !== 'AggregateResult') {
    const object = findObject(snapshot, type);
    const field = object && findField(object, name);
    const isInstant = field !== undefined && fieldType(field).storage === 'timestamptz';
    return `<sf:${name}>${escapeXml(isInstant ? text.replace(INSTANT, '$1Z') : text)}</sf:${name}>`;
  }
  const [kind, written] =
    digits !== undefined
      ? [/^-?\d{1,9}$/.test(digits) ? 'int' : 'double', digits]
      : typeof value === 'boolean'
        ? ['boolean', text]
        : INSTANT.test(text)
          ? ['dateTime', text.replace(INSTANT, '$1Z')]
          : ['string', escapeXml(text)];
  return `<sf:${name} xsi:type="xsd:${kind}">${written}</sf:${name}>`;
}

function isRecord(value: Exact | undefined): value is ExactRecord {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && digitsOf(value) === undefined
  );
}
