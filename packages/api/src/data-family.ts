import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import type { ApiRequest, ApiResponse } from './api-request.js';
import { apiVersions, readVersion } from './api-version.js';
import type { ApiParts } from './create-api.js';
import { dataResources } from './data-resources.js';
import { presentRest } from './errors/present-rest.js';
import { readFailure } from './errors/read-failure.js';
import type { Family } from './family.js';
import { splitPath } from './path.js';
import { requireApiAccess } from './require-api-access.js';
import { type Call, compileResources, notFound } from './resource.js';
import { json } from './responses.js';

const PREFIX = ['services', 'data'] as const;

/** `/services/data`: the list of versions, open to all, and below each version the REST resources. */
export function dataFamily(parts: ApiParts): Family {
  const findHandler = compileResources(dataResources(parts));

  /** Answers a request under a version through a session that is open already; failures come back as answers. */
  const answer = async (
    request: ApiRequest,
    [versionText = '', ...rest]: readonly string[],
    session: Session,
  ): Promise<ApiResponse> => {
    try {
      const version = readVersion(versionText);
      if (version === undefined) throw notFound();
      const { handler, params } = findHandler(request.method, rest);
      const basePath = `/services/data/v${version}.0`;
      return await handler({ request, params, session, files: parts.files, version, basePath, reenter });
    } catch (failure) {
      return presentRest(readFailure(failure, parts.log, { method: request.method, path: request.path }));
    }
  };

  /** Paths of requests inside others begin at `/services` or at the version. */
  const reenter: Call['reenter'] = (request, session) => {
    const segments = splitPath(request.path) ?? [];
    const isWhole = PREFIX.every((segment, i) => segments[i]?.toLowerCase() === segment);
    return answer(request, isWhole ? segments.slice(PREFIX.length) : segments, session);
  };

  return {
    prefix: PREFIX,
    present: (errors) => presentRest(errors),
    async handle(request, segments) {
      if (segments.length === 0) return json(apiVersions());
      const { caller } = request;
      if (caller.kind !== 'user') throw new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
      const { used, max } = parts.usage.count();
      if (used > max) throw new MusterError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
      const session = await parts.openSession(caller.principal, caller.purpose, caller.guard);
      requireApiAccess(caller, session);
      const limits = { 'sforce-limit-info': `api-usage=${used}/${max}` };
      const response = await answer(request, segments, session);
      return { ...response, headers: { ...response.headers, ...limits } };
    },
  };
}
