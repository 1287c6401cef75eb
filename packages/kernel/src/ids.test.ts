import { describe, expect, it } from 'vitest';
import { idChecksum, makeId, parseId, tryParseId } from './ids.js';

describe('ids', () => {
  it('extends 15 characters to 18 with the published checksum', () => {
    expect(parseId('0011Q000022u2y7')).toHaveLength(18);
    expect(idChecksum('000000000000000')).toBe('AAA');
    expect(idChecksum('012000000000000')).toBe('AAA');
    expect(idChecksum('AAAAAAAAAAAAAAA')).toBe('555');
  });

  it('refuses what is not an id, and an 18-character id in the wrong case', () => {
    const id = makeId('003', 'M0', 123_456_789);
    expect(tryParseId(id)).toBe(id);
    expect(tryParseId(id.toLowerCase())).toBeUndefined();
    expect(tryParseId('003')).toBeUndefined();
    expect(() => parseId("003'; drop table")).toThrowError('malformed id');
  });

  it('sorts in counter order', () => {
    const ids = [1, 61, 62, 3843, 3844, 5_000_000].map((n) => makeId('a00', 'M0', n));
    const inCodeUnits = [...ids].sort((a, b) => (a < b ? -1 : 1));
    expect(inCodeUnits).toEqual(ids);
  });
});
