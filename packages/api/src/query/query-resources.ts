import { MusterError } from '@muster/kernel';
import { parseSoql } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import type { Call, Resource } from '../resource.js';
import { json, jsonText } from '../responses.js';
import { readBatchSize } from './batch-size.js';
import { explain } from './explain.js';
import { presentColumns } from './present-columns.js';

const MAX_QUERY_LENGTH = 100_000;

/** `query`, `queryAll` and the pages that follow. Locators work on both and under every version. */
export const queryResources: readonly Resource[] = [
  { path: 'query', methods: { GET: (call) => runQuery(call, false) } },
  { path: 'queryall', methods: { GET: (call) => runQuery(call, true) } },
  { path: 'query/:locator', methods: { GET: runMore } },
  { path: 'queryall/:locator', methods: { GET: runMore } },
];

async function runQuery({ session, request, basePath }: Call, includeDeleted: boolean): Promise<ApiResponse> {
  const explained = request.query.get('explain');
  if (explained !== null) return json(await explain(session, explained));
  const text = request.query.get('q') ?? '';
  if (text.trim() === '') throw new MusterError('MALFORMED_QUERY', 'A query string has to be specified');
  if (text.length > MAX_QUERY_LENGTH) {
    throw new MusterError(
      'QUERY_TOO_COMPLICATED',
      `SOQL statements cannot be longer than ${MAX_QUERY_LENGTH} characters`,
    );
  }
  if (request.query.get('columns') === 'true') return json(presentColumns(session, parseSoql(text)));
  const batchSize = readBatchSize(request.headers);
  const answer = await session.query(text, { basePath, batchSize, includeDeleted });
  return jsonText(answer.json);
}

async function runMore({ session, request, params, basePath }: Call): Promise<ApiResponse> {
  const batchSize = readBatchSize(request.headers);
  return jsonText((await session.queryMore(params.locator ?? '', { basePath, batchSize })).json);
}
