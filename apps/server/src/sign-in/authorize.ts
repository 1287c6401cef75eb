import {
  type ApiRequest,
  type ApiResponse,
  allowsRedirect,
  chooseScopes,
  isChallenge,
  type OAuthClient,
  readForm,
} from '@muster/api';
import { MusterError } from '@muster/kernel';
import { presentAllow, presentRefusal, presentSignIn } from '../pages/authorize-page.js';
import { appOf, browserToken, csrfToken, sessionCookie } from './browser-session.js';
import type { SignIn } from './create-sign-in.js';

/** A request for an authorization code whose client and address are known to be good. */
export interface AuthorizationRequest {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly state: string | null;
  readonly scopes: readonly string[];
  readonly codeChallenge: string | undefined;
  /** The parameters as they came, to be carried through the pages. */
  readonly query: URLSearchParams;
}

/**
 * `/services/oauth2/authorize`: people sign in if they are not, say whether the client may act for them, and are
 * sent back with a code (RFC 6749, section 4.1; PKCE by S256, whether or not the method is named).
 */
export async function answerAuthorize(request: ApiRequest, signIn: SignIn): Promise<ApiResponse> {
  const checked = await checkRequest(request.query, signIn);
  if (typeof checked === 'string') return presentRefusal(request, checked);
  const problem = problemOf(checked);
  if (problem !== undefined) return redirect(checked, { error: problem });
  if (request.method === 'GET' || request.method === 'HEAD') return showPage(request, checked);
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'POST' || (site !== undefined && site !== 'same-origin')) {
    return presentRefusal(request, 'The form was not sent from this site.');
  }
  const form = readForm({ ...request, query: new URLSearchParams() });
  return form.has('password')
    ? signInAndGoOn(request, checked, form, signIn)
    : decide(request, checked, form, signIn);
}

/** Who asks and where the answer goes: when either is wrong nobody can be sent anywhere. */
async function checkRequest(query: URLSearchParams, signIn: SignIn): Promise<AuthorizationRequest | string> {
  const client = await signIn.clients.find(query.get('client_id') ?? '');
  if (client === undefined || !client.flows.includes('authorization_code')) {
    return 'error=invalid_client_id: client identifier invalid';
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!allowsRedirect(client.redirectUris, redirectUri)) {
    return 'error=redirect_uri_mismatch: redirect_uri must match configuration';
  }
  return {
    client,
    redirectUri,
    state: query.get('state'),
    scopes: chooseScopes(client, query.get('scope')),
    codeChallenge: query.get('code_challenge') ?? undefined,
    query,
  };
}

function problemOf({ client, codeChallenge, query }: AuthorizationRequest): string | undefined {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const method = query.get('code_challenge_method') ?? 'S256';
  if (codeChallenge === undefined) return client.isPublic ? 'invalid_request' : undefined;
  return method === 'S256' && isChallenge(codeChallenge) ? undefined : 'invalid_request';
}

function showPage(request: ApiRequest, authorization: AuthorizationRequest, hasFailed = false): ApiResponse {
  const { caller } = request;
  const token = browserToken(request.headers);
  const asksAgain = request.query.get('prompt') === 'select_account';
  if (caller.kind !== 'user' || token === undefined || asksAgain) {
    return presentSignIn(request, authorization, hasFailed);
  }
  return presentAllow(request, authorization, caller.principal.displayName, csrfToken(token));
}

async function signInAndGoOn(
  request: ApiRequest,
  authorization: AuthorizationRequest,
  form: URLSearchParams,
  signIn: SignIn,
): Promise<ApiResponse> {
  try {
    const userId = await signIn.credentials.check({
      username: (form.get('username') ?? '').trim(),
      password: form.get('password') ?? '',
      address: request.address,
    });
    const principal = await signIn.findPrincipal(userId);
    if (principal === undefined) return showPage(guestOf(request), authorization, true);
    const token = await signIn.openBrowserSession(principal);
    const query = new URLSearchParams(authorization.query);
    query.delete('prompt');
    const cookie = sessionCookie(appOf(principal), token, request.origin.startsWith('https:'));
    const location = `/services/oauth2/authorize?${query}`;
    return { status: 303, headers: { location, 'set-cookie': [cookie] }, body: '' };
  } catch (failure) {
    if (!(failure instanceof MusterError)) throw failure;
    return showPage(guestOf(request), authorization, true);
  }
}

function guestOf(request: ApiRequest): ApiRequest {
  return { ...request, caller: { kind: 'guest' } };
}

async function decide(
  request: ApiRequest,
  authorization: AuthorizationRequest,
  form: URLSearchParams,
  signIn: SignIn,
): Promise<ApiResponse> {
  const { caller } = request;
  const token = browserToken(request.headers);
  if (caller.kind !== 'user' || token === undefined || form.get('csrf') !== csrfToken(token)) {
    return showPage(request, authorization);
  }
  if (form.get('decision') !== 'allow') return redirect(authorization, { error: 'access_denied' });
  const { client, redirectUri, codeChallenge, scopes } = authorization;
  const code = await signIn.grants.issueCode({
    clientId: client.id,
    userId: caller.principal.userId,
    redirectUri,
    codeChallenge,
    scopes,
  });
  return redirect(authorization, { code });
}

function redirect(
  { redirectUri, state }: AuthorizationRequest,
  answer: Readonly<Record<string, string>>,
): ApiResponse {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, headers: { location: target.href }, body: '' };
}
