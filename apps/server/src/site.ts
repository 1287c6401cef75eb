import { type Api, type ApiRequest, type ApiResponse, splitPath } from '@muster/api';
import type { Log } from '@muster/kernel';
import { answerMetrics, type Metrics } from './http/metrics.js';
import { plainText } from './http/plain-text.js';
import type { StaticApp } from './http/static-app.js';
import type { DemoSite } from './pages/demo-site.js';
import type { PageAssets } from './pages/load-page-assets.js';
import { type AuthRoutesOptions, answerAuth } from './sign-in/auth-routes.js';
import { answerAuthorize } from './sign-in/authorize.js';
import type { SignIn } from './sign-in/create-sign-in.js';

export interface SiteParts {
  readonly api: Api;
  readonly instanceName: string;
  readonly signIn: SignIn;
  readonly auth: AuthRoutesOptions;
  readonly portal: StaticApp;
  readonly console: StaticApp;
  readonly assets: PageAssets;
  /** The pages of the demo; undefined without it. */
  readonly demo: DemoSite | undefined;
  readonly metrics: Metrics;
  /** What opens `/metrics`; undefined when nothing does. */
  readonly metricsToken: string | undefined;
  /** Whether the server can work: its database answers and it is not stopping. */
  readonly isReady: () => Promise<boolean>;
  /** What the portal's page says of itself to search engines, for a path below it. */
  readonly portalHead: (segments: readonly string[]) => Promise<string | undefined>;
  readonly log: Log;
}

type Room = (request: ApiRequest, segments: readonly string[]) => Promise<ApiResponse> | ApiResponse;

/** Everything the server answers, by the first segments of the path. */
export function createSite(parts: SiteParts): (request: ApiRequest) => Promise<ApiResponse> {
  const rooms: Readonly<Record<string, Room>> = {
    healthz: () => ({ ...plainText(200, 'ok\n'), headers: { 'x-muster-instance': parts.instanceName } }),
    readyz: async () => ((await parts.isReady()) ? plainText(200, 'ready\n') : plainText(503, 'not ready\n')),
    metrics: (request) => answerMetrics(parts.metrics, parts.metricsToken, request),
    services: (request, segments) => answerServices(parts, request, segments),
    id: (request) => parts.api.handle(request),
    portal: async (request, segments) => {
      const rest = segments.slice(1);
      return parts.portal.serve(request, rest, await parts.portalHead(rest));
    },
    console: (request, segments) => parts.console.serve(request, segments.slice(1)),
    'server-assets': (_request, segments) =>
      parts.assets.get(segments[1] ?? '') ?? plainText(404, 'There is no such file.\n'),
    'favicon.ico': () => redirect('/server-assets/icon.svg'),
    'robots.txt': () => plainText(200, 'User-agent: *\nAllow: /portal/\nDisallow: /\n'),
  };
  return async (request) => {
    const segments = splitPath(request.path) ?? [];
    const room = rooms[segments[0]?.toLowerCase() ?? ''];
    if (room !== undefined) return room(request, segments);
    return (
      (await parts.demo?.answer(request, segments)) ??
      (segments.length === 0 ? redirect('/portal/') : notFound())
    );
  };
}

function answerServices(
  parts: SiteParts,
  request: ApiRequest,
  segments: readonly string[],
): Promise<ApiResponse> {
  const [, family = '', name = '', ...rest] = segments.map((segment) => segment.toLowerCase());
  if (family === 'auth' && rest.length === 0) return answerAuth(request, name, parts.auth);
  if (family === 'oauth2' && name === 'authorize') return answerAuthorize(request, parts.signIn);
  return parts.api.handle(request);
}

function redirect(location: string, status: 302 | 303 = 302): ApiResponse {
  return { status, headers: { location }, body: '' };
}

function notFound(): ApiResponse {
  return plainText(404, 'There is no such page.\n');
}
