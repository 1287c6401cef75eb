import { MusterError } from '@muster/kernel';
import type { ApiResponse } from '../api-request.js';
import type { Call, Resource } from '../resource.js';
import { jsonText } from '../responses.js';
import { parameterizedSosl, readSearchBody, readSearchQuery } from './parameterized-search.js';

/** Answers are bare lists before this version, and `{"searchRecords": […]}` from it on. */
const WRAPPED_SINCE = 37;

/** SOSL by `search`, and by `parameterizedSearch` the same from single parameters. */
export const searchResources: readonly Resource[] = [
  { path: 'search', methods: { GET: runSosl } },
  {
    path: 'parameterizedsearch',
    methods: {
      GET: (call) => answer(call, parameterizedSosl(readSearchQuery(call.request.query))),
      POST: (call) => answer(call, parameterizedSosl(readSearchBody(call.request))),
    },
  },
];

function runSosl(call: Call): Promise<ApiResponse> {
  const text = call.request.query.get('q') ?? '';
  if (text.trim() === '') throw new MusterError('MALFORMED_SEARCH', 'A search string has to be specified');
  return answer(call, text);
}

async function answer({ session, basePath, version }: Call, sosl: string): Promise<ApiResponse> {
  const { json } = await session.search(sosl, basePath);
  return jsonText(version < WRAPPED_SINCE ? json : `{"searchRecords":${json}}`);
}
