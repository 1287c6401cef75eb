import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a verifier fits an S256 challenge (RFC 7636). S256 is the only method, named or not. */
export function fitsChallenge(verifier: string, challenge: string): boolean {
  const expected = createHash('sha256').update(verifier, 'ascii').digest();
  const actual = Buffer.from(challenge, 'base64url');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Whether this can be an S256 challenge: 32 bytes in base64url. */
export function isChallenge(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}=?$/.test(text);
}
