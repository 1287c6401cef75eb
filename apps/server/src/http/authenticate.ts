import type { Caller } from '@muster/api';
import { MusterError } from '@muster/kernel';
import { browserToken, csrfToken } from '../sign-in/browser-session.js';
import type { SignIn } from '../sign-in/create-sign-in.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Paths whose forms carry a token of their own. */
const FORM_PATHS = /^\/+services\/+oauth2\/+authorize\/*$/i;

export interface Credentials {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Reads that prove the sign-in along with what they read. */
const PROVING_PATHS = /^\/+services\/+data\//i;

/**
 * Who sends a request: by access token (`Bearer` or `OAuth`, or the header of the Bulk API), else by cookie.
 * @throws MusterError INVALID_CSRF_TOKEN for a write by cookie that does not show it comes from a page of ours
 */
export async function authenticate(signIn: SignIn, { method, path, headers }: Credentials): Promise<Caller> {
  const token = accessToken(headers);
  if (token !== undefined) return signIn.authenticateToken(token);
  const cookie = browserToken(headers);
  const caller = await signIn.authenticateBrowser(cookie);
  const mustProve = caller.kind === 'user' && !READS.has(method) && !FORM_PATHS.test(path);
  if (mustProve && headers['x-csrf-token'] !== csrfToken(cookie ?? '')) {
    throw new MusterError(
      'INVALID_CSRF_TOKEN',
      'The request does not carry the token of its session (X-CSRF-Token).',
    );
  }
  return caller;
}

/** Who sent such a read a moment ago, if it is one that can prove the sign-in by itself; else undefined. */
export async function recallCaller(
  signIn: SignIn,
  { method, path, headers }: Credentials,
): Promise<Caller | undefined> {
  if (!READS.has(method) || !PROVING_PATHS.test(path)) return undefined;
  const token = accessToken(headers);
  if (token !== undefined) return signIn.recall(token, 'program');
  const cookie = browserToken(headers);
  return cookie === undefined ? undefined : signIn.recall(cookie, 'browser');
}

function accessToken(headers: Credentials['headers']): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? headers['x-sfdc-session'];
}
