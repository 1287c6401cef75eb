import { MusterError } from '@muster/kernel';
import { BATCH_FORM, csvLine, type NewBatchJob } from '@muster/records';
import type { ApiRequest } from '../api-request.js';
import { readUpload } from '../bulk/read-upload.js';
import { isObject, readJson } from '../read-body.js';
import { parseXml, type XmlElement } from '../soap/xml-element.js';

/** Stands in a file for "make it empty". */
const NOTHING = '#N/A';

/** The rows of a batch as the engine reads them: CSV, and how its lines end. */
export interface BatchRows {
  readonly csv: Uint8Array;
  readonly lineEnding: 'LF' | 'CRLF';
}

/** Reads the rows of a batch. @throws MusterError INVALIDBATCH for one without any, or that cannot be read */
export function readBatchRows(request: ApiRequest, contentType: NewBatchJob['contentType']): BatchRows {
  if (contentType === 'CSV') {
    const csv = readUpload(request.body);
    if (csv.length === 0) throw empty();
    return { csv, lineEnding: endsInCrlf(csv) ? 'CRLF' : 'LF' };
  }
  const rows = contentType === 'JSON' ? jsonRows(request) : xmlRows(request);
  if (rows.length === 0) throw empty();
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = [header, ...rows.map((row) => header.map((name) => row.get(name) ?? ''))];
  return { csv: Buffer.from(lines.map((line) => csvLine(line, BATCH_FORM)).join('')), lineEnding: 'LF' };
}

type Row = ReadonlyMap<string, string>;

function empty(): MusterError {
  return new MusterError('INVALIDBATCH', 'The batch holds no rows');
}

function endsInCrlf(csv: Uint8Array): boolean {
  const end = csv.indexOf(0x0a);
  return end > 0 && csv[end - 1] === 0x0d;
}

function jsonRows(request: ApiRequest): readonly Row[] {
  const rows = readJson({ ...request, headers: {} });
  if (!Array.isArray(rows)) throw new MusterError('INVALIDBATCH', 'A batch in JSON is a list of records');
  return rows.map((row: unknown) => {
    if (!isObject(row)) throw new MusterError('INVALIDBATCH', 'A record in JSON is an object');
    return new Map(Object.entries(row).flatMap(([name, value]) => cellsOf(name, value)));
  });
}

function cellsOf(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (name === 'attributes') return [];
  if (!isObject(value)) return [[name, value === null ? NOTHING : String(value)]];
  const { attributes, ...keys } = value;
  const type = isObject(attributes) && typeof attributes.type === 'string' ? `${attributes.type}:` : '';
  return Object.entries(keys).map(([key, text]) => [`${type}${name}.${key}`, String(text ?? NOTHING)]);
}

/** `<sObjects><sObject><Name>…</Name><Owner><sObject><Username>…` */
function xmlRows({ body }: ApiRequest): readonly Row[] {
  const root = parseXml(Buffer.from(readUpload(body)).toString('utf8'));
  return root.children
    .filter(({ name }) => name === 'sObject')
    .map((element) => new Map(element.children.filter(({ name }) => name !== 'type').flatMap(xmlCells)));
}

function xmlCells({ name, text, children, schema }: XmlElement): readonly (readonly [string, string])[] {
  if (schema.nil === 'true') return [[name, NOTHING]];
  const [parent] = children;
  if (parent === undefined) return [[name, text]];
  const type = parent.children.find((child) => child.name === 'type')?.text;
  return parent.children
    .filter((child) => child.name !== 'type')
    .map((child) => [`${type === undefined ? '' : `${type}:`}${name}.${child.name}`, child.text]);
}
