import { fc, test } from '@fast-check/vitest';
import { MusterError } from '@muster/kernel';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_QUERY_LENGTH, MAX_TOKENS } from './limits.js';
import { parseSoql } from './parse-soql.js';
import { printSoql } from './print-soql.js';

const pieces = (
  'SELECT FROM WHERE AND OR NOT IN LIKE INCLUDES EXCLUDES GROUP BY ROLLUP CUBE HAVING ORDER ASC DESC NULLS FIRST ' +
  'LAST LIMIT OFFSET FOR VIEW UPDATE TRACKING ALL ROWS USING SCOPE WITH DATA CATEGORY AT SECURITY_ENFORCED TYPEOF ' +
  'WHEN THEN ELSE END FIELDS COUNT MAX DISTANCE GEOLOCATION TODAY LAST_N_DAYS NULL TRUE Id Name Account c USD5 ' +
  "( ) ( ) , . : = != <> < <= > >= 'x' 'a\\_b' ' 1 -2.5 .5 1e9 2026-01-31 2026-02-31 2020-01-01T00:00:00Z 08:30:00Z \\ $"
).split(' ');

/** Runs the parser on anything: it gives a tree that prints and reads back, or a user error. */
function survive(text: string): void {
  try {
    const printed = printSoql(parseSoql(text));
    expect(printSoql(parseSoql(printed))).toBe(printed);
  } catch (error) {
    if (!(error instanceof MusterError)) throw error;
    expect(['MALFORMED_QUERY', 'QUERY_TOO_COMPLICATED']).toContain(error.code);
  }
}

describe('any text', () => {
  test.prop([fc.string({ unit: 'binary' })], { numRuns: 2_000 })('is read or refused', survive);

  test.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 40 })], { numRuns: 5_000 })(
    'of words of the language is read or refused',
    (words) => survive(words.join(' ')),
  );

  test.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 12 })], { numRuns: 3_000 })(
    'after a good beginning is read or refused',
    (words) => survive(`SELECT Id FROM Account WHERE Name = 'x' ${words.join(' ')}`),
  );
});

describe('limits', () => {
  const fill = (from: string, by: string) =>
    from + by.repeat(Math.floor((MAX_QUERY_LENGTH - from.length) / by.length));

  it('reads a query of the full length and refuses a longer one', () => {
    const query = `SELECT Id FROM A WHERE Name = '${'x'.repeat(MAX_QUERY_LENGTH - 32)}'`;
    expect(query).toHaveLength(MAX_QUERY_LENGTH);
    expect(printSoql(parseSoql(query))).toBe(query);
    expect(() => parseSoql(`${query} `)).toThrow('SOQL statements cannot be longer than 100000 characters.');
  });

  it('reads conditions nested to the limit and refuses deeper ones', () => {
    const nested = (depth: number) => `SELECT Id FROM A WHERE ${'('.repeat(depth)}a = 1${')'.repeat(depth)}`;
    expect(printSoql(parseSoql(nested(MAX_DEPTH)))).toBe('SELECT Id FROM A WHERE a = 1');
    expect(() => parseSoql(nested(MAX_DEPTH + 1))).toThrow(`nested deeper than ${MAX_DEPTH} levels`);
  });

  it('counts words', () => {
    const list = (values: number) => `SELECT Id FROM A WHERE a IN (${'1,'.repeat(values - 1)}1)`;
    expect(parseSoql(list(MAX_TOKENS / 2 - 5))).toBeDefined();
    expect(() => parseSoql(list(MAX_TOKENS / 2))).toThrow(`more than ${MAX_TOKENS} words and symbols`);
  });

  it.each([
    fill('SELECT Id FROM A WHERE ', '('),
    fill('SELECT ', '(SELECT '),
    fill('SELECT Id FROM A WHERE ', 'NOT ('),
    fill('SELECT ', 'f('),
    fill('SELECT ', 'a.'),
    fill("SELECT Id FROM A WHERE a = '", '\\'),
    fill("SELECT Id FROM A WHERE a = '", "''"),
    fill('SELECT Id FROM A WHERE a = ', '9'),
    fill('SELECT Id FROM A WHERE a = 2020-01-01T', '1:'),
    fill('SELECT Id FROM A WHERE a IN (SELECT a FROM A WHERE ', 'a IN (SELECT a FROM A WHERE '),
    fill('', ' '),
  ])('survives repetition: %.50s', (query) => survive(query));
});
