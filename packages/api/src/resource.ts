import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import type { FileStore } from '@muster/store';
import type { ApiRequest, ApiResponse } from './api-request.js';
import { matchPath } from './path.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request for a resource of the data API, with the session it is answered through. */
export interface Call {
  readonly request: ApiRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly session: Session;
  /** Where contents of records are kept. */
  readonly files: FileStore;
  /** 60 for `v60.0`. */
  readonly version: number;
  /** `/services/data/v60.0`. */
  readonly basePath: string;
  /** Answers another request of the data API with the same or a nested session; failures come back as answers. */
  readonly reenter: (request: ApiRequest, session: Session) => Promise<ApiResponse>;
}

export type Handler = (call: Call) => Promise<ApiResponse> | ApiResponse;

export interface Resource {
  /** Below the version: `sobjects/:object/:id`. Fixed segments are lower case, and the first one is fixed. */
  readonly path: string;
  readonly methods: Partial<Record<Method, Handler>>;
}

export interface Match {
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

type CompiledResource = Resource & { readonly pattern: readonly string[] };

/** Makes the function that finds the handler of a request: the first resource in the list whose path fits. */
export function compileResources(
  resources: readonly Resource[],
): (method: string, segments: readonly string[]) => Match {
  const byFirstSegment = new Map<string, CompiledResource[]>();
  for (const resource of resources) {
    const pattern = resource.path.split('/').filter((segment) => segment !== '');
    const first = pattern[0] ?? '';
    const siblings = byFirstSegment.get(first) ?? [];
    byFirstSegment.set(first, siblings);
    siblings.push({ ...resource, pattern });
  }
  return (method, segments) => {
    for (const resource of byFirstSegment.get(segments[0]?.toLowerCase() ?? '') ?? []) {
      const params = matchPath(resource.pattern, segments);
      if (params !== undefined) return { handler: chooseHandler(resource, method), params };
    }
    throw notFound();
  };
}

function chooseHandler(resource: Resource, method: string): Handler {
  const handler = resource.methods[(method === 'HEAD' ? 'GET' : method) as Method];
  if (handler !== undefined) return handler;
  const allowed = Object.keys(resource.methods).flatMap((name) =>
    name === 'GET' ? ['HEAD', 'GET'] : [name],
  );
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
  throw new MusterError('METHOD_NOT_ALLOWED', message, { data: { allow: allowed } });
}

/** What is answered where there is nothing, or nothing the caller may know of. */
export function notFound(): MusterError {
  return new MusterError('NOT_FOUND', 'The requested resource does not exist');
}

/** What is answered for a part of Salesforce's API that this version does not have. */
export function notBuilt(what: string): MusterError {
  const message = `${what} belongs to the Salesforce API and is not part of this version of Muster.`;
  return new MusterError('FUNCTIONALITY_NOT_ENABLED', message);
}
