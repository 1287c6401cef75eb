import { hash, timingSafeEqual } from 'node:crypto';
import { type Id, type Random, randomToken } from '@muster/kernel';

/**
 * A new access token, `<org id>!<characters>`: clients tell it from other tokens by this shape, and take the org from
 * it. The characters are letters, digits, `.` and `_` only.
 */
export function newAccessToken(random: Random, orgId: Id): string {
  return `${orgId}!${randomToken(random).replaceAll('-', '.')}`;
}

/** What is kept of a token, code or secret: it has enough randomness of its own to need no salt. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Whether a secret belongs to a hash, in a time that says nothing about either. */
export function fitsHash(secret: string, known: string): boolean {
  const actual = Buffer.from(hashSecret(secret), 'hex');
  const expected = Buffer.from(known, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Six digits to type, each as likely as any other. */
export function newDigits(random: Random): string {
  const limit = 4_294_967_296 - (4_294_967_296 % 1_000_000);
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const number = ((a * 256 + b) * 256 + c) * 256 + d;
    if (number < limit) return String(number % 1_000_000).padStart(6, '0');
  }
}
