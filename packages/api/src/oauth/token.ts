import type { ApiRequest, ApiResponse } from '../api-request.js';
import { readForm } from '../form.js';
import { json } from '../responses.js';
import { type Authority, type Flow, JWT_BEARER, type OAuthClient, type Tokens } from './authority.js';
import { identityUrl } from './identity-url.js';
import { type Assertion, isSignedBy, problemOf, readAssertion } from './jwt-assertion.js';
import { OAuthRefusal } from './oauth-refusal.js';
import { fitsChallenge } from './pkce.js';

const DEFAULT_SCOPES = ['api', 'web'] as const;

/** A token request whose client is known and, where it has a secret, proved. */
interface TokenRequest {
  readonly form: URLSearchParams;
  readonly client: OAuthClient;
  readonly address: string;
  readonly origin: string;
  readonly now: number;
  readonly authority: Authority;
}

type Grant = (request: TokenRequest) => Promise<Tokens>;

const grants: Readonly<Record<Flow, Grant>> = {
  password: grantByPassword,
  authorization_code: grantByCode,
  refresh_token: grantByRefreshToken,
  client_credentials: grantByClient,
  [JWT_BEARER]: grantByAssertion,
};

/** `POST /services/oauth2/token`. @throws OAuthRefusal, MusterError INVALID_LOGIN */
export async function issueToken(
  request: ApiRequest,
  authority: Authority,
  now: number,
): Promise<ApiResponse> {
  const form = readForm(request);
  const flow = form.get('grant_type') ?? '';
  if (!isFlow(flow)) throw new OAuthRefusal('unsupported_grant_type', 'grant type not supported');
  const client =
    flow === JWT_BEARER
      ? await requireIssuer(form, authority)
      : await requireClient(request, form, authority);
  if (!client.flows.includes(flow)) {
    throw new OAuthRefusal('unauthorized_client', `this client may not use the grant type ${flow}`);
  }
  const { address, origin } = request;
  const tokens = await grants[flow]({ form, client, address, origin, now, authority });
  return json(presentTokens(tokens, request.origin), 200, { 'cache-control': 'no-store' });
}

function isFlow(name: string): name is Flow {
  return Object.hasOwn(grants, name);
}

/** The client by its id; one with a secret must prove it, in the body or by Basic authentication. */
async function requireClient(
  request: ApiRequest,
  form: URLSearchParams,
  authority: Authority,
): Promise<OAuthClient> {
  const basic = readBasic(request.headers.authorization);
  const id = basic?.id ?? form.get('client_id') ?? '';
  const secret = basic?.secret ?? form.get('client_secret') ?? '';
  const client = await authority.findClient(id);
  if (client === undefined) throw new OAuthRefusal('invalid_client_id', 'client identifier invalid');
  if (!client.isPublic && !(await authority.checkSecret(client, secret))) {
    throw new OAuthRefusal('invalid_client', 'invalid client credentials');
  }
  return client;
}

/** The client that an assertion names; its signature proves it. */
async function requireIssuer(form: URLSearchParams, authority: Authority): Promise<OAuthClient> {
  const client = await authority.findClient(requireAssertion(form).clientId);
  if (client !== undefined) return client;
  throw new OAuthRefusal('invalid_client_id', 'client identifier invalid');
}

function requireAssertion(form: URLSearchParams): Assertion {
  const assertion = readAssertion(form.get('assertion') ?? '');
  if (assertion !== undefined) return assertion;
  throw new OAuthRefusal('invalid_grant', 'invalid assertion');
}

async function grantByAssertion({ form, client, origin, now, authority }: TokenRequest): Promise<Tokens> {
  const assertion = requireAssertion(form);
  if (client.certificate === undefined || !isSignedBy(assertion, client.certificate)) {
    throw new OAuthRefusal('invalid_grant', 'invalid assertion');
  }
  const problem = problemOf(assertion, { origin, now });
  if (problem !== undefined) throw new OAuthRefusal('invalid_grant', problem);
  const userId = await authority.findApproved(client, assertion.username);
  if (userId === undefined) throw new OAuthRefusal('invalid_grant', "user hasn't approved this consumer");
  const scopes = chooseScopes(client, form.get('scope'));
  return authority.issueTokens({ userId, client, scopes, withRefresh: false });
}

async function grantByPassword({ form, client, address, authority }: TokenRequest): Promise<Tokens> {
  if (!authority.passwordFlows) {
    throw new OAuthRefusal('invalid_grant', 'the username-password flow is switched off on this server');
  }
  const username = form.get('username') ?? '';
  const principal = await authority.checkPassword({
    username,
    password: form.get('password') ?? '',
    address,
  });
  const scopes = chooseScopes(client, form.get('scope'));
  return authority.issueTokens({ userId: principal.userId, client, scopes, withRefresh: false });
}

async function grantByCode({ form, client, authority }: TokenRequest): Promise<Tokens> {
  const grant = await authority.redeemCode(form.get('code') ?? '');
  if (grant === undefined || grant.clientId !== client.id) {
    throw new OAuthRefusal('invalid_grant', 'invalid authorization code');
  }
  if (grant.redirectUri !== form.get('redirect_uri')) {
    throw new OAuthRefusal('redirect_uri_mismatch', 'redirect_uri must match configuration');
  }
  const verifier = form.get('code_verifier') ?? '';
  if (grant.codeChallenge !== undefined && !fitsChallenge(verifier, grant.codeChallenge)) {
    throw new OAuthRefusal('invalid_grant', 'invalid code verifier');
  }
  const withRefresh = client.flows.includes('refresh_token') && grant.scopes.includes('refresh_token');
  return authority.issueTokens({ userId: grant.userId, client, scopes: grant.scopes, withRefresh });
}

async function grantByRefreshToken({ form, client, authority }: TokenRequest): Promise<Tokens> {
  const grant = await authority.redeemRefreshToken(form.get('refresh_token') ?? '', client);
  if (grant === undefined || grant.clientId !== client.id) {
    throw new OAuthRefusal('invalid_grant', 'expired access/refresh token');
  }
  return authority.issueTokens({
    userId: grant.userId,
    client,
    scopes: grant.scopes,
    withRefresh: client.rotatesRefreshTokens,
  });
}

async function grantByClient({ form, client, authority }: TokenRequest): Promise<Tokens> {
  if (client.isPublic || client.runAsUserId === undefined) {
    throw new OAuthRefusal('invalid_grant', 'no client credentials user enabled');
  }
  const scopes = chooseScopes(client, form.get('scope'));
  return authority.issueTokens({ userId: client.runAsUserId, client, scopes, withRefresh: false });
}

/** The scopes asked for that the client has; all of them when none is asked for. */
export function chooseScopes(client: OAuthClient, asked: string | null): readonly string[] {
  const own = client.scopes.length > 0 ? client.scopes : DEFAULT_SCOPES;
  const wanted = (asked ?? '').split(/[\s+]+/).filter((scope) => scope !== '');
  return wanted.length === 0 ? own : wanted.filter((scope) => own.includes(scope));
}

/** Without `signature`: it is an HMAC under the client's secret, of which only a hash is kept. */
function presentTokens({ accessToken, refreshToken, principal, issuedAt, scopes }: Tokens, origin: string) {
  return {
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    instance_url: origin,
    id: identityUrl(origin, principal),
    token_type: 'Bearer',
    issued_at: String(issuedAt),
    scope: scopes.join(' '),
  };
}

function readBasic(header: string | undefined): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}
