import { createHash } from 'node:crypto';

const LONGEST = 63;

/**
 * A name in the org's schema made of parts, such as table, column and kind: joined by two underscores, and cut and
 * marked with a digest where PostgreSQL's 63 bytes do not hold them. No object's table is called so, since an API
 * name holds two underscores only before its last letters, `__c`.
 */
export function physicalName(...parts: readonly string[]): string {
  const whole = parts.join('__');
  if (Buffer.byteLength(whole) <= LONGEST) return whole;
  const digest = createHash('sha256').update(whole).digest('hex').slice(0, 10);
  const kind = parts.at(-1) ?? '';
  return `${whole.slice(0, LONGEST - digest.length - kind.length - 4)}__${digest}__${kind}`;
}
