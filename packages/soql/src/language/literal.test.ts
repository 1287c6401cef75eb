import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readDateTime } from './date-text.js';
import { fixedDateRanges, likePattern, numberedDateRanges } from './literal.js';
import { parseSoql } from './parse-soql.js';
import { decodeString, encodeString } from './string-text.js';

describe('texts', () => {
  test.prop([fc.string({ unit: 'binary' })])('of any characters are read back as written', (value) => {
    expect(decodeString(encodeString(value, []))).toEqual({ value, escapedWildcards: [], badEscape: null });
  });

  it('tell wildcards from escaped ones in LIKE', () => {
    const query = parseSoql("SELECT Id FROM A WHERE a LIKE 'C:\\\\50\\%\\_off_%'");
    const literal = query.where?.kind === 'Comparison' ? query.where.right : undefined;
    if (literal?.kind !== 'StringLiteral') throw new Error('not a text');
    expect(literal.value).toBe('C:\\50%_off_%');
    expect(likePattern(literal)).toBe('C:\\\\50\\%\\_off_%');
  });

  it('take escapes in either case', () => {
    expect(decodeString("'\\N\\T\\U0041'").value).toBe('\n\tA');
  });
});

describe('dates', () => {
  test.prop([
    fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
    fc.integer({ min: -1080, max: 1080 }),
  ])('name the same instant in every zone', (date, offset) => {
    const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
    const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    expect(readDateTime(local + zone)).toBe(date.toISOString());
    expect(readDateTime(local + zone.replace(':', ''))).toBe(date.toISOString());
  });

  it.each(fixedDateRanges)('%s is a date literal', (range) => {
    const query = parseSoql(`SELECT Id FROM A WHERE d = ${range.toLowerCase()}`);
    expect(query.where).toMatchObject({ right: { kind: 'DateRangeLiteral', range, count: null } });
  });

  it.each(numberedDateRanges)('%s:n is a date literal', (range) => {
    const query = parseSoql(`SELECT Id FROM A WHERE d = ${range}:12`);
    expect(query.where).toMatchObject({ right: { kind: 'DateRangeLiteral', range, count: 12 } });
    expect(() => parseSoql(`SELECT Id FROM A WHERE d = ${range}`)).toThrow(
      "expecting a colon, found '<EOF>'",
    );
  });
});
