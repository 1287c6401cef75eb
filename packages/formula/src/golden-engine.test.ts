import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormulaType } from './check/formula-type.js';
import { parseInstant } from './javascript/calendar.js';
import {
  type CompiledFormula,
  compileFormula,
  type EvaluationContext,
} from './javascript/compile-formula.js';
import type { FieldValue, FormulaValue } from './javascript/field-value.js';
import type { FormulaError } from './javascript/formula-error.js';
import { isFormulaError } from './javascript/formula-error.js';

/**
 * The formulas of Salesforce's own open-source engine with the results it gives, under both ways of treating
 * blanks. Rows whose function is not in the language yet are counted, not failed.
 */
const corpus = new URL(
  '../../../../shared/corpus/formula-golden/salesforce-formula-engine.json',
  import.meta.url,
);

interface GoldenField {
  readonly fieldName: string;
  readonly dataType: string;
  readonly formula?: string;
  readonly children?: readonly GoldenField[];
}

interface GoldenCase {
  readonly values?: readonly string[];
  readonly input?: string | null;
  readonly expect: Readonly<Record<'formula' | 'formulaNullAsNull' | 'sql' | 'sqlNullAsNull', string>>;
}

interface GoldenTest {
  readonly name: string;
  readonly returnType: string;
  readonly formula: string;
  readonly fields: readonly GoldenField[];
  readonly cases: readonly GoldenCase[];
}

/** Where the engine's Java and its SQL disagree and we go with the SQL. */
const judgedBySql: Readonly<Record<string, string>> = {
  testSubtractTimeValueWithValidInValid: 'a time before midnight wraps, as one after it does',
  testSubtractBigTimeValue: 'a time before midnight wraps, as one after it does',
  testAddHoursWithTwoCustFields: 'a time before midnight wraps, as one after it does',
  testModUsesExpCeil: 'Java takes EXP in doubles, of which MOD leaves four digits',
};

const types: Readonly<Record<string, FormulaType>> = {
  Double: 'Number',
  Currency: 'Number',
  Percent: 'Number',
  Boolean: 'Boolean',
  DateOnly: 'Date',
  DateTime: 'DateTime',
  TimeOnly: 'Time',
};

type Outcome = 'agrees' | 'agrees with SQL' | 'differs' | 'contradictory' | 'outside';

describe.skipIf(!existsSync(corpus))('the golden formulas of the Salesforce engine', () => {
  const { tests } = existsSync(corpus)
    ? (JSON.parse(readFileSync(corpus, 'utf8')) as { tests: readonly GoldenTest[] })
    : { tests: [] };

  it('agree wherever we have the functions', () => {
    const counts = new Map<Outcome, number>();
    const failures: string[] = [];
    const missing = new Set<string>();
    for (const test of tests) {
      const compiled = compileFields(test);
      if (typeof compiled === 'string') missing.add(compiled);
      for (const golden of test.cases) {
        for (const blanks of ['BlankAsZero', 'BlankAsBlank'] as const) {
          const row = { test, golden, blanks };
          const outcome = typeof compiled === 'string' ? 'outside' : judge(row, compiled, failures);
          counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        }
      }
    }
    console.info('golden engine formulas, rows × both ways of blanks:', Object.fromEntries(counts));
    console.info('functions not in the language yet:', [...missing].sort().join(' '));
    expect(failures).toEqual([]);
  });
});

interface Row {
  readonly test: GoldenTest;
  readonly golden: GoldenCase;
  readonly blanks: EvaluationContext['blanks'];
}

function judge({ test, golden, blanks }: Row, compiled: CompiledTest, failures: string[]): Outcome {
  const twin = test.cases.some(
    ({ values, expect: other }) =>
      values !== undefined &&
      String(values) === String(golden.values) &&
      other.formula !== golden.expect.formula,
  );
  if (twin) return 'contradictory';
  const input = golden.values ?? golden.input?.split(',') ?? [];
  const actual = evaluateRow(test, compiled, input, {
    now: Date.UTC(2026, 10, 1),
    timeZone: 'GMT',
    blanks,
  });
  const { formula, formulaNullAsNull, sql, sqlNullAsNull } = golden.expect;
  const wanted = blanks === 'BlankAsZero' ? formula : formulaNullAsNull;
  if (agrees(actual, wanted, test.returnType)) return 'agrees';
  const alternative = blanks === 'BlankAsZero' ? sql : sqlNullAsNull;
  if (test.name in judgedBySql && agrees(actual, alternative, test.returnType)) return 'agrees with SQL';
  failures.push(`${test.name} ${blanks} ${JSON.stringify(input)}: ${show(actual)}, golden ${wanted}`);
  return 'differs';
}

interface CompiledTest {
  readonly formula: CompiledFormula;
  readonly nested: ReadonlyMap<string, CompiledFormula>;
}

/** The compiled formulas, or the reason why the language does not have them. */
function compileFields(test: GoldenTest): CompiledTest | string {
  const all = test.fields.flatMap((field) => [field, ...(field.children ?? [])]);
  const scope = (path: string) => {
    const field = all.find(({ fieldName }) => nameOf(fieldName) === path.toLowerCase());
    return field === undefined ? undefined : { type: types[field.dataType] ?? ('Text' as const) };
  };
  try {
    const nested = test.fields.flatMap(({ fieldName, formula }) =>
      formula === undefined ? [] : [[nameOf(fieldName), compileFormula(formula, scope)] as const],
    );
    return { formula: compileFormula(test.formula, scope), nested: new Map(nested) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown function (\w+)/.exec(message)?.[1] ?? /^Field (\$\S+)/.exec(message)?.[1];
    if (unknown === undefined) throw new Error(`${test.name}: ${message}`, { cause: error });
    return unknown.toUpperCase();
  }
}

function evaluateRow(
  test: GoldenTest,
  { formula, nested }: CompiledTest,
  input: readonly string[],
  context: EvaluationContext,
): FormulaValue | FormulaError {
  const rest = [...input];
  const values = new Map<string, FieldValue>();
  const read = (path: string): FieldValue => values.get(path.toLowerCase());
  for (const field of test.fields) {
    for (const plain of field.children ?? (field.formula === undefined ? [field] : [])) {
      values.set(nameOf(plain.fieldName), fieldValue(rest.shift() ?? '', plain.dataType));
    }
  }
  for (const [name, inner] of nested) values.set(name, inner.evaluate(read, context));
  return formula.evaluate(read, context);
}

function nameOf(fieldName: string): string {
  return `${fieldName}__c`.toLowerCase();
}

const millisecondsPerHour = 3_600_000;

/** Dates are written `2004:12:31:11:32:00`, with days and hours that may run over, and perhaps a zone. */
function fieldValue(text: string, dataType: string): FieldValue {
  const trimmed = text.trim();
  switch (types[dataType] ?? 'Text') {
    case 'Boolean':
      return trimmed.toLowerCase() === 'true';
    case 'Number':
      if (trimmed === '' || trimmed === 'NULL') return null;
      return dataType === 'Percent' ? percent(trimmed) : trimmed;
    case 'Date':
    case 'DateTime': {
      if (trimmed === '') return null;
      const [year, month, day, hour, minute, second] = trimmed.split(':').map(Number);
      const shift = trimmed.endsWith('PST') ? 8 * millisecondsPerHour : 0;
      const instant = new Date(0).setUTCFullYear(year ?? 0, (month ?? 1) - 1, day ?? 1) + shift;
      if (types[dataType] === 'Date') return new Date(instant).toISOString().slice(0, 10);
      const time = ((hour || 0) * 60 + (minute || 0)) * 60 + (second || 0);
      return new Date(instant + time * 1000).toISOString();
    }
    default:
      return text;
  }
}

/** Moves the point two places, in digits: a percent field of 4 is 0.04 in a formula. */
function percent(text: string): string {
  return `${text.includes('.') ? text : `${text}.`}e-2`;
}

function agrees(actual: FormulaValue | FormulaError, wanted: string, returnType: string): boolean {
  if (isFormulaError(actual)) return wanted.startsWith('Error');
  if (wanted === 'null') return actual === null;
  switch (types[returnType] ?? 'Text') {
    case 'Boolean':
      return String(actual) === wanted;
    case 'Number':
      return sameNumber(Number(actual) * (returnType === 'Percent' ? 100 : 1), Number(wanted));
    case 'Date':
    case 'DateTime':
      return instantOf(String(actual)) === instantOf(wanted);
    case 'Time':
      return String(actual).replace(/(:00)?\.000$/, '') === wanted.replace(/^(\d+:\d+):00$/, '$1');
    default:
      return String(actual).replace(/^ +| +$/g, '') === wanted;
  }
}

/**
 * Java computes roots and logarithms in doubles, so only the digits a double is sure of can be compared; and the
 * corpus shows 32 decimals.
 */
function sameNumber(actual: number, wanted: number): boolean {
  return Math.abs(actual - wanted) <= Math.max(1e-11 * Math.abs(wanted), 5e-33);
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Reads `Sat Jan 29 00:00:09 GMT 2011`, `2011-01-29` and `2011-01-29T00:00:09.000Z`. */
function instantOf(text: string): number | undefined {
  const match = /^\w{3} (\w{3}) (\d\d) (\S+) GMT (\d+)$/.exec(text);
  if (match === null) return parseInstant(text.includes('T') ? text : `${text} 00:00:00`);
  const month = months.indexOf(match[1] ?? '') / 3 + 1;
  return parseInstant(`${match[4]?.padStart(4, '0')}-${month}-${match[2]} ${match[3]}`);
}

function show(value: FormulaValue | FormulaError): string {
  return isFormulaError(value) ? `${value.code}: ${value.message}` : JSON.stringify(value);
}
