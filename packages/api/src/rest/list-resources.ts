import { identityUrl } from '../oauth/identity-url.js';
import type { Handler } from '../resource.js';
import { json } from '../responses.js';

const RESOURCES = [
  'sobjects',
  'query',
  'queryAll',
  'composite',
  'limits',
  'jobs',
  'search',
  'parameterizedSearch',
  'recent',
  'tooling',
] as const;

/** `GET /services/data/v60.0`: what there is below, and who the caller is. */
export const listResources: Handler = ({ request, basePath, session }) =>
  json({
    ...Object.fromEntries(RESOURCES.map((name) => [name, `${basePath}/${name}`])),
    identity: identityUrl(request.origin, session.principal),
  });
