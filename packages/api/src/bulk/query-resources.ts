import { MusterError, tryParseId } from '@muster/kernel';
import { type BulkQueries, type BulkQuery, columnDelimiters, lineEndings } from '@muster/records';
import { parseSoql } from '@muster/soql';
import { z } from 'zod';
import type { ApiResponse } from '../api-request.js';
import { requireType } from '../objects.js';
import { readShape } from '../read-body.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json, noContent } from '../responses.js';
import { presentQuery, presentQueryProgress } from './present-job.js';
import { queryColumns } from './query-columns.js';
import { openQueryCsv } from './query-csv.js';

/** Records of one page of results when the client asks for no number, and at most. */
const MOST_RECORDS = 100_000;

/** Records read at a time, between these. */
const SMALLEST_BATCH = 200;
const LARGEST_BATCH = 2_000;

const newQuery = z.object({
  operation: z.enum(['query', 'queryAll']),
  query: z.string().min(1),
  columnDelimiter: z.enum(Object.keys(columnDelimiters) as [keyof typeof columnDelimiters]).default('COMMA'),
  lineEnding: z.enum(Object.keys(lineEndings) as [keyof typeof lineEndings]).default('LF'),
  contentType: z.literal('CSV').default('CSV'),
});

const abortion = z.object({ state: z.literal('Aborted') });

/** `jobs/query`: Bulk API 2.0, answers of queries as CSV, page after page. Everybody sees their own. */
export function bulkQueryResources(queries: BulkQueries): readonly Resource[] {
  const withQuery =
    (handle: (call: Call, query: BulkQuery) => Promise<ApiResponse> | ApiResponse) =>
    async (call: Call): Promise<ApiResponse> => {
      const id = tryParseId(call.params.id ?? '');
      const found = id === undefined ? undefined : await queries.find(id, call.session.principal.userId);
      if (found === undefined) throw notFound();
      return handle(call, found);
    };
  return [
    {
      path: 'jobs/query',
      methods: {
        POST: (call) => createQuery(call, queries),
        GET: async ({ session }) => {
          const records = (await queries.list(session.principal.userId)).map((query) => presentQuery(query));
          return json({ done: true, records, nextRecordsUrl: null });
        },
      },
    },
    {
      path: 'jobs/query/:id',
      methods: {
        GET: withQuery((_call, query) => json(presentQueryProgress(query))),
        PATCH: withQuery(async ({ request }, query) => {
          readShape(request, abortion);
          await queries.abort(query.id);
          return json(presentQuery({ ...query, isAborted: true }));
        }),
        DELETE: withQuery(async (_call, { id }) => {
          await queries.remove(id);
          return noContent();
        }),
      },
    },
    { path: 'jobs/query/:id/results', methods: { GET: withQuery(showResults) } },
  ];
}

/** The first page is read so that a query that cannot be answered is refused at once. */
async function createQuery(call: Call, queries: BulkQueries): Promise<ApiResponse> {
  const { session, request, version, basePath } = call;
  const asked = readShape(request, newQuery);
  const parsed = parseSoql(asked.query);
  const object = requireType(session, parsed.from[0]?.path.names.at(-1)?.text ?? '');
  queryColumns(session, object, parsed);
  const includeDeleted = asked.operation === 'queryAll';
  const { totalSize } = await session.query(asked.query, {
    basePath,
    includeDeleted,
    batchSize: SMALLEST_BATCH,
  });
  const query = await queries.create(session.principal.userId, {
    object: object.name,
    operation: asked.operation,
    soql: asked.query,
    columnDelimiter: asked.columnDelimiter,
    lineEnding: asked.lineEnding,
    apiVersion: version,
    totalSize,
  });
  return json({ ...presentQuery(query), state: 'UploadComplete' });
}

/** A page of the answer as CSV. `Sforce-Locator` names the next one, `null` on the last. */
async function showResults(call: Call, query: BulkQuery): Promise<ApiResponse> {
  if (query.isAborted)
    throw new MusterError('INVALIDJOBSTATE', 'The results of an aborted job cannot be read');
  const csv = openQueryCsv(call, query);
  const most = readMaxRecords(call.request.query.get('maxRecords'));
  const batchSize = Math.floor(most / Math.ceil(most / LARGEST_BATCH));
  const locator = call.request.query.get('locator');
  let page = await csv.page(locator === null || locator === 'null' ? undefined : locator, batchSize);
  let body = csv.header + page.lines;
  let { count } = page;
  while (page.next !== undefined && count + page.count <= most) {
    page = await csv.page(page.next, batchSize);
    body += page.lines;
    count += page.count;
  }
  const headers = {
    'content-type': 'text/csv;charset=UTF-8',
    'sforce-locator': page.next ?? 'null',
    'sforce-numberofrecords': String(count),
  };
  return { status: 200, headers, body };
}

function readMaxRecords(text: string | null): number {
  if (text === null || text === '') return MOST_RECORDS;
  const number = Number(text);
  if (Number.isInteger(number) && number >= SMALLEST_BATCH) return Math.min(number, MOST_RECORDS);
  throw new MusterError(
    'INVALID_INPUT',
    `maxRecords is a whole number from ${SMALLEST_BATCH} on; found ${text}`,
  );
}
