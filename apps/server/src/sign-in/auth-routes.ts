import { type ApiRequest, type ApiResponse, json, presentRest, readFailure, readShape } from '@muster/api';
import { type Log, MusterError } from '@muster/kernel';
import { type Principal, type Records, USER_PERMISSIONS } from '@muster/records';
import { z } from 'zod';
import { readCookie, writeCookie } from '../http/cookies.js';
import { isLoopback } from '../http/rate-limits.js';
import { appOf, browserToken, csrfToken, endedSessionCookie, sessionCookie } from './browser-session.js';
import { LOCALES } from './create-person.js';
import type { SignIn } from './create-sign-in.js';
import type { PasswordLinks } from './password-links.js';
import { invalidLogin, signInSession } from './principals.js';
import type { Registrations } from './registration.js';

/** Cookie of a browser that registered and has yet to confirm. */
const PENDING_COOKIE = 'muster_pending';
const PENDING_SECONDS = 30 * 60;

export interface AuthRoutesOptions {
  readonly signIn: SignIn;
  readonly registrations: Registrations;
  readonly passwordLinks: PasswordLinks;
  readonly records: Records;
  readonly log: Log;
  /** Usernames of the demo people one click signs in as; undefined without the demo. */
  readonly demoUsernames: (() => Promise<readonly string[]>) | undefined;
}

type Route = (request: ApiRequest, options: AuthRoutesOptions) => Promise<ApiResponse>;

const routes: Readonly<Record<string, { readonly method: 'GET' | 'POST'; readonly answer: Route }>> = {
  session: { method: 'GET', answer: showSession },
  login: { method: 'POST', answer: login },
  logout: { method: 'POST', answer: logout },
  register: { method: 'POST', answer: register },
  confirm: { method: 'POST', answer: confirm },
  resend: { method: 'POST', answer: resend },
  'demo-sign-in': { method: 'POST', answer: demoSignIn },
  language: { method: 'POST', answer: changeLanguage },
  'forgot-password': { method: 'POST', answer: forgotPassword },
  'password-link': { method: 'POST', answer: showPasswordLink },
  'set-password': { method: 'POST', answer: setPassword },
};

/** `/services/auth/<name>`: signing in and out of the web apps. Answers one path segment below `auth`. */
export async function answerAuth(
  request: ApiRequest,
  name: string,
  options: AuthRoutesOptions,
): Promise<ApiResponse> {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  try {
    if (route === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
    if (request.method !== route.method) {
      throw new MusterError(
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${request.method}' not allowed. Allowed are ${route.method}`,
      );
    }
    if (route.method === 'POST') requireOwnPage(request);
    return await route.answer(request, options);
  } catch (failure) {
    return presentRest(readFailure(failure, options.log, { path: request.path }));
  }
}

/** A form on another site can send neither JSON nor, from a browser of today, hide where it comes from. */
function requireOwnPage({ headers }: ApiRequest): void {
  const site = headers['sec-fetch-site'];
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '') || site === 'cross-site') {
    throw new MusterError('UNSUPPORTED_MEDIA_TYPE', 'Send application/json from a page of this site.');
  }
}

/** Who is signed in in this browser and what they may do; `user` is null for nobody. */
async function showSession(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const { caller } = request;
  return json(
    presentSession(
      caller.kind === 'user' ? caller.principal : undefined,
      browserToken(request.headers),
      options,
    ),
  );
}

function presentSession(
  principal: Principal | undefined,
  token: string | undefined,
  options: AuthRoutesOptions,
) {
  const facts = { agency: { name: options.records.org.name }, demo: options.demoUsernames !== undefined };
  if (principal === undefined || token === undefined) {
    return { user: null, csrf: null, permissions: [], userPermissions: [], apps: ['portal'], ...facts };
  }
  const { userId, username, displayName, kind, contactId, profile, language, timeZone, orgId } = principal;
  return {
    user: {
      id: userId,
      username,
      name: displayName,
      kind,
      contactId: contactId ?? null,
      profile,
      language,
      timeZone,
      orgId,
    },
    csrf: csrfToken(token),
    ...permissionsOf(options.records, principal),
    apps: kind === 'internal' ? ['console', 'portal'] : ['portal'],
    ...facts,
  };
}

/** Custom and user permissions the principal has, for pages to know which actions to show. */
function permissionsOf(records: Records, principal: Principal) {
  const session = records.openSession(principal, { key: 'sign-in' });
  const sets = [...session.snapshot.profiles.values(), ...session.snapshot.permissionSets.values()];
  const custom = new Set(sets.flatMap((set) => set.customPermissions));
  const user = new Set([...USER_PERMISSIONS, ...sets.flatMap((set) => set.userPermissions)]);
  return {
    permissions: [...custom].filter((name) => session.can(name)).sort(),
    userPermissions: [...user].filter((name) => session.has(name)).sort(),
  };
}

const loginShape = z.object({ username: z.string().max(200), password: z.string().max(1000) });

async function login(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const { username, password } = readShape(request, loginShape);
  const userId = await options.signIn.credentials.check({
    username: username.trim(),
    password,
    address: request.address,
  });
  return openSession(userId, request, options);
}

async function openSession(
  userId: string,
  request: ApiRequest,
  options: AuthRoutesOptions,
): Promise<ApiResponse> {
  const principal = await options.signIn.findPrincipal(userId);
  if (principal === undefined) {
    const { address } = request;
    options.signIn.history.note({ userId, type: 'Application', status: 'User is Frozen', address });
    throw invalidLogin();
  }
  const token = await options.signIn.openBrowserSession(principal, request.address);
  const cookies = [sessionCookie(appOf(principal), token, isSecure(request)), endPending(request)];
  return json(presentSession(principal, token, options), 200, { 'set-cookie': cookies });
}

async function logout(request: ApiRequest, { signIn }: AuthRoutesOptions): Promise<ApiResponse> {
  const token = browserToken(request.headers);
  const { caller } = request;
  if (token === undefined || caller.kind !== 'user') return json({ user: null });
  await signIn.sessions.revoke(token);
  const cookie = endedSessionCookie(appOf(caller.principal), isSecure(request));
  return json({ user: null }, 200, { 'set-cookie': [cookie] });
}

const registerShape = z.object({
  firstName: z.string().max(40),
  lastName: z.string().max(80),
  email: z.string().max(80),
  password: z.string().max(1000),
  language: z.enum(['en', 'es']),
  source: z.string().max(255).optional(),
});

async function register(request: ApiRequest, { registrations }: AuthRoutesOptions): Promise<ApiResponse> {
  const input = readShape(request, registerShape);
  const trimmed = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, name === 'password' ? value : value?.trim()]),
  ) as typeof input;
  const browser = await registrations.register(trimmed);
  return json({ next: 'confirm', email: trimmed.email }, 202, {
    'set-cookie': [startPending(browser, request)],
  });
}

const confirmShape = z.object({
  link: z.string().max(200).optional(),
  email: z.string().max(80).optional(),
  code: z.string().max(20).optional(),
  password: z.string().max(1000).optional(),
});

async function confirm(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const browser = readCookie(request.headers.cookie, PENDING_COOKIE);
  const userId = await options.registrations.confirm({ ...readShape(request, confirmShape), browser });
  return openSession(userId, request, options);
}

const resendShape = z.object({ email: z.string().max(80) });

/** The answer is the same whether or not there is such an account. */
async function resend(request: ApiRequest, { registrations }: AuthRoutesOptions): Promise<ApiResponse> {
  const { email } = readShape(request, resendShape);
  const browser = await registrations.resend(email.trim());
  const mayKeep = browser !== undefined && readCookie(request.headers.cookie, PENDING_COOKIE) !== undefined;
  return json({ next: 'confirm' }, 202, mayKeep ? { 'set-cookie': [startPending(browser, request)] } : {});
}

const forgotShape = z.object({ username: z.string().max(200) });

/** Mails a link to choose a password by. The answer is the same whether or not there is such an account. */
async function forgotPassword(
  request: ApiRequest,
  { passwordLinks }: AuthRoutesOptions,
): Promise<ApiResponse> {
  const { username } = readShape(request, forgotShape);
  await passwordLinks.ask(username.trim());
  return json({ next: 'mail' }, 202);
}

const linkShape = z.object({ link: z.string().max(200) });

/** Whose password a link sets, for the page that asks for the new one. */
async function showPasswordLink(
  request: ApiRequest,
  { passwordLinks }: AuthRoutesOptions,
): Promise<ApiResponse> {
  return json(await passwordLinks.show(readShape(request, linkShape).link));
}

const setPasswordShape = linkShape.extend({ password: z.string().max(1000) });

/** Sets the password a link stands for and signs its user in. */
async function setPassword(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const { link, password } = readShape(request, setPasswordShape);
  return openSession(await options.passwordLinks.use(link, password), request, options);
}

const languageShape = z.object({ language: z.enum(['en', 'es']) });

/** The signed-in person reads another language from now on. */
async function changeLanguage(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const { caller } = request;
  if (caller.kind !== 'user') throw new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
  const { language } = readShape(request, languageShape);
  const { userId } = caller.principal;
  await signInSession(options.records).change('User', userId, {
    LanguageLocaleKey: LOCALES[language].language,
  });
  const principal = await options.signIn.findPrincipal(userId);
  return json(presentSession(principal, browserToken(request.headers), options));
}

const demoShape = z.object({ username: z.string() });

/** Signs in as a person of the demo without a password: only with the demo, and only on the machine it runs on. */
async function demoSignIn(request: ApiRequest, options: AuthRoutesOptions): Promise<ApiResponse> {
  const { username } = readShape(request, demoShape);
  const usernames = isOwnMachine(request) ? await options.demoUsernames?.() : undefined;
  if (!usernames?.includes(username))
    throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  const userId = await options.signIn.credentials.findUserId(username);
  if (userId === undefined) throw invalidLogin();
  return openSession(userId, request, options);
}

/** The connection comes from this machine and the page was asked for under a name of this machine. */
export function isOwnMachine({ address, headers }: ApiRequest): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const isLocalName = host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
  return isLoopback(address) && isLocalName && headers['x-forwarded-for'] === undefined;
}

function startPending(browser: string, request: ApiRequest): string {
  return writeCookie(PENDING_COOKIE, browser, { isSecure: isSecure(request), maxAge: PENDING_SECONDS });
}

function endPending(request: ApiRequest): string {
  return writeCookie(PENDING_COOKIE, '', { isSecure: isSecure(request), maxAge: 0 });
}

function isSecure({ origin }: ApiRequest): boolean {
  return origin.startsWith('https:');
}
