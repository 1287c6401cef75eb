import { MusterError } from '@muster/kernel';
import { soql } from '@muster/soql';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

interface Row {
  readonly Name: string;
  readonly Rating: string | null;
  readonly NumberOfEmployees: number | null;
}

/** Conditions as text beside what they mean, computed without any database: SOQL's logic has two values. */
interface Meaning {
  readonly text: string;
  readonly holds: (row: Row) => boolean;
}

const TEXTS = [null, 'hot', 'HOT', 'Warm', 'été', 'ÉTÉ', "o'brien\\", '50%', '5_', 'ß'];
const NUMBERS = [null, -3, 0, 2, 10];
const literal = (text: string) => soql`${text}`;
const fold = (text: string) => text.toLowerCase();

const comparison: fc.Arbitrary<Meaning> = fc.oneof(
  fc.record({ op: fc.constantFrom('=', '!='), value: fc.constantFrom(...TEXTS) }).map(({ op, value }) => ({
    text: `AccountNumber ${op} ${value === null ? 'null' : literal(value)}`,
    holds: (row: Row) => {
      const isSame =
        value === null || row.Rating === null ? row.Rating === value : fold(row.Rating) === fold(value);
      return isSame === (op === '=');
    },
  })),
  fc
    .record({ op: fc.constantFrom('<', '<=', '>', '>=', '=', '!='), value: fc.constantFrom(-3, 0, 2, 7) })
    .map(({ op, value }) => ({
      text: `NumberOfEmployees ${op} ${value}`,
      holds: ({ NumberOfEmployees: n }: Row) => {
        if (op === '!=') return n !== value;
        if (n === null) return false;
        return (
          { '<': n < value, '<=': n <= value, '>': n > value, '>=': n >= value, '=': n === value }[op] ??
          false
        );
      },
    })),
  fc
    .record({
      not: fc.boolean(),
      values: fc.uniqueArray(fc.constantFrom(...TEXTS.filter((t) => t !== null)), { minLength: 1 }),
    })
    .map(({ not, values }) => ({
      text: `AccountNumber ${not ? 'NOT IN' : 'IN'} (${values.map(literal).join(', ')})`,
      holds: ({ Rating }: Row) =>
        (Rating !== null && values.some((value) => fold(value) === fold(Rating))) !== not,
    })),
  fc.constantFrom('h', '5', 'é', 'o').map((start) => ({
    text: `AccountNumber LIKE ${literal(`${start}%`)}`,
    holds: ({ Rating }: Row) => Rating !== null && fold(Rating).startsWith(start),
  })),
  fc.constantFrom('%', '_').map((wildcard) => ({
    text: `AccountNumber LIKE '5\\${wildcard}'`,
    holds: ({ Rating }: Row) => Rating === `5${wildcard}`,
  })),
);

const { condition } = fc.letrec<{ condition: Meaning }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparison,
    fc
      .record({ op: fc.constantFrom('AND', 'OR'), a: tie('condition'), b: tie('condition') })
      .map(({ op, a, b }) => ({
        text: `((${a.text}) ${op} (${b.text}))`,
        holds: (row: Row) => (op === 'AND' ? a.holds(row) && b.holds(row) : a.holds(row) || b.holds(row)),
      })),
    tie('condition').map((inner) => ({
      text: `(NOT (${inner.text}))`,
      holds: (row: Row) => !inner.holds(row),
    })),
  ),
}));

let org: TestOrg;
const rows: Row[] = TEXTS.flatMap((Rating, i) =>
  NUMBERS.map((NumberOfEmployees, j) => ({ Name: `r${i}-${j}`, Rating, NumberOfEmployees })),
);

beforeAll(async () => {
  org = await openTestOrg([]);
  await org.system.insert(
    'Account',
    rows.map(({ Rating, ...values }) => ({ values: { ...values, AccountNumber: Rating } })),
  );
});
afterAll(() => org.drop());

it('gives the rows a condition means, whatever it is made of and however it is negated', async () => {
  await fc.assert(
    fc.asyncProperty(condition, async ({ text, holds }) => {
      const found = await org.system.rows<{ Name: string }>(`SELECT Name FROM Account WHERE ${text}`);
      const expected = rows.filter(holds).map((row) => row.Name);
      expect(found.map((row) => row.Name).sort(), text).toEqual(expected.sort());
    }),
    { numRuns: 250 },
  );
});

it('takes any text as a value and never as a part of the statement', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
      const query = org.system.rows(soql`SELECT Id FROM Account WHERE Name = ${text} AND Name != 'r0-0'`);
      const outcome = await query.then(
        (found) => found.length,
        (failure: unknown) => failure,
      );
      if (outcome instanceof MusterError) expect(outcome.code).toBe('MALFORMED_QUERY');
      else expect(outcome).toBe(rows.filter((row) => row.Name === text && text !== 'r0-0').length);
    }),
    { numRuns: 150 },
  );
});
