import { MusterError } from '@muster/kernel';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The next free key prefix for a custom object, from `a00` to `azz`, from `m00` for a custom metadata type and
 * from `h00` for a history. An org keeps what it once gave, since ids hold it.
 * @throws MusterError INVALID_OPERATION when all 3,844 are taken.
 */
export function assignKeyPrefix(taken: ReadonlySet<string>, first: 'a' | 'm' | 'h' = 'a'): string {
  for (const middle of BASE62) {
    for (const last of BASE62) {
      const prefix = `${first}${middle}${last}`;
      if (!taken.has(prefix)) return prefix;
    }
  }
  throw new MusterError('INVALID_OPERATION', 'an org holds at most 3844 custom objects');
}
