import { MusterError, tryParseId } from '@muster/kernel';
import type { BulkQueries, BulkQuery, ExportLog } from '@muster/records';
import type { ApiResponse } from '../api-request.js';
import { type Call, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';
import { openQueryCsv } from './query-csv.js';
import { zipStream } from './zip-stream.js';

const MOST_FILES = 100;

/**
 * Answers of bulk queries as whole files, an extension of ours: `jobs/query/<id>/file` is CSV,
 * `jobs/query/files?ids=…` a zip of several. Each file that is taken out is remembered; `jobs/exports` lists them.
 */
export function exportResources(queries: BulkQueries, exports: ExportLog): readonly Resource[] {
  const find = async ({ session }: Call, text: string): Promise<BulkQuery> => {
    const id = tryParseId(text);
    const query = id === undefined ? undefined : await queries.find(id, session.principal.userId);
    if (query === undefined) throw notFound();
    if (query.isAborted)
      throw new MusterError('INVALIDJOBSTATE', 'The results of an aborted job cannot be read');
    return query;
  };
  return [
    {
      path: 'jobs/query/files',
      methods: {
        GET: async (call) => {
          const ids = (call.request.query.get('ids') ?? '').split(',').filter((id) => id !== '');
          if (ids.length === 0 || ids.length > MOST_FILES)
            throw new MusterError('INVALID_INPUT', `ids names 1 to ${MOST_FILES} queries, parted by commas`);
          const found = await Promise.all(ids.map((id) => find(call, id)));
          const files = found.map((query, i) => ({
            name: fileName(found, i),
            content: openQueryCsv(call, query).whole(),
          }));
          await exports.add(call.session.principal.userId, found);
          return attachment(zipStream(files), 'application/zip', 'export.zip');
        },
      },
    },
    {
      path: 'jobs/query/:id/file',
      methods: {
        GET: async (call) => {
          const query = await find(call, call.params.id ?? '');
          const csv = openQueryCsv(call, query);
          await exports.add(call.session.principal.userId, [query]);
          return attachment(csv.whole(), 'text/csv;charset=UTF-8', `${query.object}.csv`);
        },
      },
    },
    {
      path: 'jobs/exports',
      methods: {
        GET: async ({ session }) => {
          const isAdmin = session.has('ModifyAllData') || session.has('ViewAllData');
          const list = await exports.list(isAdmin ? undefined : session.principal.userId);
          return json({
            exports: list.map(({ userId, createdAt, soql, ...entry }) => ({
              ...entry,
              query: soql,
              createdById: userId,
              createdDate: new Date(createdAt).toISOString(),
            })),
          });
        },
      },
    },
  ];
}

/** Queries of the same object get a number. */
function fileName(queries: readonly BulkQuery[], place: number): string {
  const object = queries[place]?.object ?? '';
  const before = queries.slice(0, place).filter((query) => query.object === object).length;
  return before === 0 ? `${object}.csv` : `${object}-${before + 1}.csv`;
}

function attachment(stream: NonNullable<ApiResponse['stream']>, type: string, name: string): ApiResponse {
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  return { status: 200, headers, body: '', stream };
}
