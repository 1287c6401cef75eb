import { createHash } from 'node:crypto';
import type { Principal } from '@muster/records';
import { readCookie, writeCookie } from '../http/cookies.js';

/**
 * The two apps keep their sessions apart, so that one browser can hold a person of each: staff in the console beside
 * a candidate in the portal. A request says which app it comes from; without that, the console's session counts.
 */
const COOKIES = { console: 'muster_console', portal: 'muster_portal' } as const;
export type App = keyof typeof COOKIES;

type Headers = Readonly<Record<string, string | undefined>>;

/** The app a user works in. */
export function appOf({ kind }: Pick<Principal, 'kind'>): App {
  return kind === 'internal' ? 'console' : 'portal';
}

/** The session token of the browser, for the app the request names in `X-Muster-App`. */
export function browserToken(headers: Headers): string | undefined {
  const app = headers['x-muster-app'];
  const names = app === 'console' || app === 'portal' ? [COOKIES[app]] : [COOKIES.console, COOKIES.portal];
  return names.map((name) => readCookie(headers.cookie, name)).find((token) => token !== undefined);
}

export function sessionCookie(app: App, token: string, isSecure: boolean): string {
  return writeCookie(COOKIES[app], token, { isSecure });
}

export function endedSessionCookie(app: App, isSecure: boolean): string {
  return writeCookie(COOKIES[app], '', { isSecure, maxAge: 0 });
}

/** What a browser must send in `X-CSRF-Token` with every write: only a page of this site can know it. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf|${sessionToken}`, 'utf8').digest('base64url');
}
