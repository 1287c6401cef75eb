import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';

const MINUTE = 60_000;

/** Clocks differ, and the sf command gives its assertions 0.3 seconds. */
const LEEWAY = 3 * MINUTE;

/** An assertion is for one sign-in; one that is good for longer is a password in disguise. */
const LONGEST_LIFE = 24 * 60 * MINUTE;

/** Above this an expiry is in milliseconds: as seconds it would lie some thousand years ahead. */
const MILLISECONDS_FROM = 100_000_000_000;

/** Where clients that know no other server send their assertions. */
const SALESFORCE_AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/** Clients write the expiry as a number or as text. */
const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.coerce.number().positive(),
});
const header = z.object({ alg: z.literal('RS256') });

/** A signed statement that a client acts for a user (RFC 7523). Not verified by being read. */
export interface Assertion {
  readonly clientId: string;
  readonly username: string;
  readonly audiences: readonly string[];
  /** Milliseconds. */
  readonly expiresAt: number;
  /** What is signed, and the signature. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** Reads a JWT signed by RS256; undefined for anything else. */
export function readAssertion(text: string): Assertion | undefined {
  const [head = '', payload = '', signature = '', ...more] = text.split('.');
  if (more.length > 0 || !header.safeParse(readPart(head)).success) return undefined;
  const parsed = claims.safeParse(readPart(payload));
  if (!parsed.success) return undefined;
  const { iss, sub, aud, exp } = parsed.data;
  return {
    clientId: iss,
    username: sub,
    audiences: typeof aud === 'string' ? [aud] : aud,
    expiresAt: exp > MILLISECONDS_FROM ? exp : exp * 1000,
    signed: `${head}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether the holder of the private key of a certificate, or of a public key, made an assertion. */
export function isSignedBy({ signed, signature }: Assertion, pem: string): boolean {
  return verify('RSA-SHA256', Buffer.from(signed, 'ascii'), createPublicKey(pem), signature);
}

/** What is wrong with an assertion whose signature is right, in Salesforce's words; undefined when nothing is. */
export function problemOf(
  { audiences, expiresAt }: Assertion,
  { origin, now }: { readonly origin: string; readonly now: number },
): string | undefined {
  if (expiresAt < now - LEEWAY) return 'assertion has expired';
  if (expiresAt > now + LONGEST_LIFE) return 'assertion expires too late: it may live 24 hours';
  const known = new Set([origin, ...SALESFORCE_AUDIENCES].map(hostOf));
  return audiences.some((audience) => known.has(hostOf(audience))) ? undefined : 'audience is invalid';
}

/** Clients name a server with and without scheme, slash and the path of its token endpoint. */
function hostOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '');
}

function readPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
