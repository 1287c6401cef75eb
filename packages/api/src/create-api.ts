import { type Clock, type Log, MusterError } from '@muster/kernel';
import type {
  BulkBatches,
  BulkJobs,
  BulkQueries,
  ExportLog,
  Guard,
  LoadMappings,
  Operation,
  OrgMetadata,
  Principal,
  Purpose,
  Session,
  Transfers,
} from '@muster/records';
import type { FileStore } from '@muster/store';
import { apexRestFamily } from './apexrest/apex-rest-family.js';
import type { ApiRequest, ApiResponse } from './api-request.js';
import { asyncFamily } from './async/async-family.js';
import { dataFamily } from './data-family.js';
import { presentRest } from './errors/present-rest.js';
import { readFailure } from './errors/read-failure.js';
import type { Family } from './family.js';
import type { Authority } from './oauth/authority.js';
import { identityFamily } from './oauth/identity-family.js';
import { oauthFamily } from './oauth/oauth-family.js';
import { splitPath } from './path.js';
import { notFound } from './resource.js';
import type { SystemState } from './setup/system-state.js';
import { soapFamily } from './soap/soap-family.js';
import type { Passwords } from './users/passwords.js';

export interface UsageOfDay {
  readonly used: number;
  readonly max: number;
}

/** Counts requests against the daily limit. */
export interface ApiUsage {
  /** Counts one request of an org's day. */
  count(): UsageOfDay;
  peek(): UsageOfDay;
}

export interface ApiParts {
  openSession(principal: Principal, purpose: Purpose, guard?: Guard): Promise<Session>;
  /** Whom requests without a token act as. */
  guest(): Promise<Principal>;
  readonly authority: Authority;
  /** Keeps the contents of files. */
  readonly files: FileStore;
  /** Loads of many records as CSV. */
  readonly bulk: BulkJobs;
  /** Queries whose answers are fetched as CSV. */
  readonly bulkQueries: BulkQueries;
  /** Who took which records out as files. */
  readonly exportLog: ExportLog;
  /** Mappings of columns to fields, kept by name. */
  readonly loadMappings: LoadMappings;
  /** Jobs of Bulk API 1.0. */
  readonly bulkBatches: BulkBatches;
  /** The org's metadata, and the one door by which it changes. */
  readonly metadata: OrgMetadata;
  /** Passwords of users, for those who manage them. */
  readonly passwords: Passwords;
  /** Records on their way from one owner to another. */
  readonly transfers: Transfers;
  /** How the server and its database are. */
  readonly system: SystemState;
  /** By solution: `/services/apexrest/<solution>/<operation>`. */
  readonly operations: ReadonlyMap<string, readonly Operation[]>;
  readonly usage: ApiUsage;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Api {
  /** Answers every request: failures come back as answers too. */
  handle(request: ApiRequest): Promise<ApiResponse>;
}

/** Puts the API together: a router over its families that knows nothing of HTTP. */
export function createApi(parts: ApiParts): Api {
  const families: readonly Family[] = [
    dataFamily(parts),
    apexRestFamily(parts),
    oauthFamily(parts),
    identityFamily(parts),
    soapFamily(parts),
    asyncFamily(parts),
  ];
  return {
    async handle(request) {
      const segments = splitPath(request.path) ?? [];
      const family = families.find(({ prefix }) => startsWith(segments, prefix));
      if (family === undefined) return presentRest([notFound()]);
      try {
        return await family.handle(overrideMethod(request), segments.slice(family.prefix.length));
      } catch (failure) {
        const facts = { method: request.method, path: request.path };
        return family.present(readFailure(failure, parts.log, facts), request);
      }
    },
  };
}

function startsWith(segments: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((segment, i) => segments[i]?.toLowerCase() === segment);
}

/** Clients that cannot send PATCH send POST with `?_HTTP_METHOD=PATCH`. */
function overrideMethod(request: ApiRequest): ApiRequest {
  const method = request.query.get('_HTTP_METHOD');
  if (method === null || request.method !== 'POST') return request;
  if (!/^(GET|PUT|PATCH|DELETE)$/i.test(method)) {
    throw new MusterError(
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${method}' not allowed. Allowed are GET,PUT,PATCH,DELETE`,
    );
  }
  return { ...request, method: method.toUpperCase() };
}
