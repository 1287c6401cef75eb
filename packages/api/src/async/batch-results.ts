import { MusterError } from '@muster/kernel';
import {
  BATCH_FORM,
  type BatchJob,
  type BulkQuery,
  csvLine,
  type RowOutcome,
  type Session,
} from '@muster/records';
import { parseSoql } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { columnText, type QueryColumn, queryColumns } from '../bulk/query-columns.js';
import { requireType } from '../objects.js';
import { digitsOf, type Exact, type ExactRecord, readExact } from '../query/read-exact.js';
import { jsonText } from '../responses.js';
import { escapeXml, printElements } from '../soap/print-xml.js';
import { xmlDocument } from './async-format.js';

const PAGE_SIZE = 2_000;
const CSV_HEADERS = { 'content-type': 'text/csv;charset=UTF-8' };

/** What became of each row of a load, in the order of the rows; `lines` are of JSON. */
export function presentOutcomes({ contentType }: BatchJob, lines: readonly string[]): ApiResponse {
  const outcomes = lines
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RowOutcome);
  switch (contentType) {
    case 'CSV': {
      const rows = outcomes.map(({ id, success, created, errors }) => [
        id ?? '',
        String(success),
        String(created),
        errors
          .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(', ')} --`)
          .join(';'),
      ]);
      const text = [['Id', 'Success', 'Created', 'Error'], ...rows]
        .map((row) => csvLine(row, BATCH_FORM))
        .join('');
      return { status: 200, headers: CSV_HEADERS, body: text };
    }
    case 'JSON':
      return jsonText(JSON.stringify(outcomes));
    case 'XML':
      return xmlDocument(
        'results',
        outcomes
          .map(({ id, success, created, errors }) => {
            const problems = errors.map(({ fields, message, statusCode }) => ({
              fields,
              message,
              statusCode,
            }));
            return `<result>${printElements({ errors: problems, id: id ?? undefined, success, created })}</result>`;
          })
          .join(''),
      );
  }
}

/** The records of a query, read with the rights of now. */
export async function presentRecords(
  session: Session,
  { contentType }: BatchJob,
  query: BulkQuery,
  basePath: string,
): Promise<ApiResponse> {
  const columns = queryColumns(session, requireType(session, query.object), parseSoql(query.soql));
  const pages = await readPages(session, query, basePath);
  if (contentType === 'JSON')
    return jsonText(`[${pages.map((page) => jsonRecords(page, columns)).join(',')}]`);
  const records = pages.flatMap((page) => readExact(`[${recordsText(page)}]`) as readonly ExactRecord[]);
  if (contentType === 'XML') {
    const instants = new Set(
      columns.filter(({ isInstant }) => isInstant).map(({ path }) => path.at(-1) ?? ''),
    );
    const written = records.map((record) => xmlRecord('records', record, instants));
    return xmlDocument('queryResult', written.join(''));
  }
  const header = csvLine(
    columns.map(({ heading }) => heading),
    BATCH_FORM,
  );
  const lines = records.map((record) =>
    csvLine(
      columns.map((column) => columnText(record, column)),
      BATCH_FORM,
    ),
  );
  return { status: 200, headers: CSV_HEADERS, body: header + lines.join('') };
}

async function readPages(session: Session, query: BulkQuery, basePath: string): Promise<readonly string[]> {
  const options = { basePath, batchSize: PAGE_SIZE, includeDeleted: query.operation === 'queryAll' };
  const pages: string[] = [];
  let { json } = await session.query(query.soql, options);
  for (;;) {
    pages.push(json);
    const locator = /"nextRecordsUrl":"[^"]*\/([^"/]+)"/.exec(json.slice(0, 300))?.[1];
    if (locator === undefined) return pages.filter((page) => recordsText(page) !== '');
    ({ json } = await session.queryMore(locator, options));
  }
}

/** The records of a page as they stand in its text. */
function recordsText(page: string): string {
  return page.slice(page.indexOf('"records":[') + '"records":['.length, -2);
}

/** Instants are milliseconds since 1970 in JSON of this API, and every other value is as REST writes it. */
function jsonRecords(page: string, columns: readonly QueryColumn[]): string {
  const names = columns.filter(({ isInstant }) => isInstant).map(({ path }) => path.at(-1) ?? '');
  if (names.length === 0) return recordsText(page);
  const instants = new RegExp(`"(${names.join('|')})":"(\\d{4}-\\d\\d-\\d\\dT[^"]+)\\+0000"`, 'gi');
  return recordsText(page).replace(
    instants,
    (_whole, name, instant) => `"${name}":${Date.parse(`${instant}Z`)}`,
  );
}

function xmlRecord(name: string, record: ExactRecord, instants: ReadonlySet<string>): string {
  const { attributes, ...fields } = record;
  const type = (attributes as ExactRecord | undefined)?.type;
  const members = Object.entries(fields).map(([field, value]) => xmlMember(field, value, instants));
  return `<${name} xsi:type="sObject"><type>${String(type)}</type>${members.join('')}</${name}>`;
}

function xmlMember(name: string, value: Exact, instants: ReadonlySet<string>): string {
  if (value === null) return `<${name} xsi:nil="true"/>`;
  const digits = digitsOf(value);
  if (typeof value === 'object' && digits === undefined)
    return xmlRecord(name, value as ExactRecord, instants);
  const text = digits ?? String(value);
  return `<${name}>${escapeXml(instants.has(name) ? text.replace('+0000', 'Z') : text)}</${name}>`;
}

/** @throws MusterError for results that are not there yet */
export function notCompleted(): MusterError {
  return new MusterError('INVALIDJOBSTATE', 'Batch not completed', {
    data: { exceptionCode: 'InvalidBatch' },
  });
}
