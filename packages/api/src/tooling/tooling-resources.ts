import { MusterError } from '@muster/kernel';
import { parseSoql } from '@muster/soql';
import type { ApiResponse } from '../api-request.js';
import { type Call, notBuilt, notFound, type Resource } from '../resource.js';
import { json } from '../responses.js';

/** Objects of the Tooling API that can be asked for and of which an org of this product never has any. */
const EMPTY_OBJECTS: ReadonlySet<string> = new Set(['SandboxProcess']);

/**
 * As much of the Tooling API as the sf command needs to sign in and to see that the org has no source tracking: it
 * takes a 404 with these words for that, and any other failure as a reason to give up.
 */
export const toolingResources: readonly Resource[] = [
  { path: 'tooling/query', methods: { GET: queryTooling } },
  { path: 'tooling/sobjects/sourcemember/describe', methods: { GET: hasNone } },
  { path: 'tooling/*', methods: { GET: refuse, POST: refuse, PATCH: refuse, DELETE: refuse } },
];

function queryTooling({ request }: Call): ApiResponse {
  const query = parseSoql(request.query.get('q') ?? '');
  const name = query.from[0]?.path.names.at(-1)?.text ?? '';
  const entityTypeName = [...EMPTY_OBJECTS].find((object) => object.toLowerCase() === name.toLowerCase());
  if (entityTypeName === undefined) {
    throw new MusterError('INVALID_TYPE', `sObject type '${name}' is not supported in the Tooling API.`);
  }
  return json({ size: 0, totalSize: 0, done: true, queryLocator: null, entityTypeName, records: [] });
}

function hasNone(): ApiResponse {
  throw notFound();
}

function refuse(): ApiResponse {
  throw notBuilt('The Tooling API');
}
