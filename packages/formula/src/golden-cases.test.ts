import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldInfo } from './check/formula-type.js';
import { compileFormula } from './javascript/compile-formula.js';
import type { FieldValue } from './javascript/field-value.js';
import { isFormulaError } from './javascript/formula-error.js';

/**
 * Runs `golden/*.cases`: one formula a line, `FORMULA => RESULT`, over the record below. A result is written
 * as a literal, `BLANK`, or `#` and the code of an error. `@zero` before a formula has blank numbers count as 0.
 */
const folder = new URL('../golden/', import.meta.url);

const record: Readonly<Record<string, FieldInfo & { readonly value: FieldValue }>> = {
  Name: { type: 'Text', value: 'Ana López' },
  Blank_Text: { type: 'Text', value: '' },
  Amount: { type: 'Number', value: '12.50' },
  Blank_Number: { type: 'Number', value: null },
  Born: { type: 'Date', value: '1998-02-28' },
  Blank_Date: { type: 'Date', value: null },
  Hired: { type: 'DateTime', value: '2026-02-28T15:30:00.000+0000' },
  Shift: { type: 'Time', value: '22:45:00.000Z' },
  Licensed: { type: 'Boolean', value: true },
  Unanswered: { type: 'Boolean', value: undefined },
  Station: { type: 'Picklist', value: 'El Paso' },
  Blank_Choice: { type: 'Picklist', value: null },
  Languages: {
    type: 'Multipicklist',
    value: 'English;Spanish',
    picklist: ['English', 'Spanish', 'French'],
  },
};

const context = { now: Date.UTC(2026, 2, 1, 6, 30, 15, 999), timeZone: 'America/Los_Angeles' } as const;

describe.each(readdirSync(folder))('%s', (file) => {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  const cases = lines.filter((line) => line !== '' && !line.startsWith('#'));
  it.each(cases)('%s', (line) => {
    const [, zero, formula = '', result = ''] = /^(@zero )?(.+) => (.+)$/.exec(line) ?? [];
    const compiled = compileFormula(formula, (path) => record[path]);
    const blanks = zero === undefined ? 'BlankAsBlank' : 'BlankAsZero';
    const actual = compiled.evaluate((path) => record[path]?.value, { ...context, blanks });
    expect(isFormulaError(actual) ? `#${actual.code}` : literal(actual)).toBe(
      result.replace(/^"(.*)"$/, '$1'),
    );
  });
});

function literal(value: string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? 'BLANK';
}
