import { secureRandom } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { fitsHash, hashSecret, newAccessToken, newDigits } from './secrets.js';

describe('secrets', () => {
  it('are shaped as clients know access tokens', () => {
    for (let i = 0; i < 50; i += 1) {
      expect(newAccessToken(secureRandom, '00D000000000001AAA')).toMatch(/^00D\w{12,15}![.\w]{43}$/);
    }
  });

  it('are kept as hashes only', () => {
    const hash = hashSecret('secret');
    expect(fitsHash('secret', hash)).toBe(true);
    expect(fitsHash('Secret', hash)).toBe(false);
    expect(fitsHash('secret', 'nonsense')).toBe(false);
  });

  it('to type are six digits, and the highest bytes are thrown again so that all are as likely', () => {
    expect(newDigits(secureRandom)).toMatch(/^\d{6}$/);
    const draws = [
      [255, 255, 255, 255],
      [0, 0, 0, 7],
    ];
    expect(newDigits({ bytes: () => new Uint8Array(draws.shift() ?? []) })).toBe('000007');
  });
});
