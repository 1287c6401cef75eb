import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldInfo, FormulaType } from './check/formula-type.js';
import {
  type CompiledFormula,
  compileFormula,
  type EvaluationContext,
} from './javascript/compile-formula.js';
import type { FieldValue } from './javascript/field-value.js';
import { isFormulaError } from './javascript/formula-error.js';

/** The sample formulas of Salesforce's help with typed inputs and the results an admin expects. */
const corpus = new URL('../../../../shared/corpus/formula-golden/formulon/', import.meta.url);

interface GoldenValue {
  readonly dataType: string;
  readonly value: string | number | boolean | null;
  readonly options?: { readonly values?: readonly string[] };
}

interface Suite {
  readonly context: string;
  readonly identifiers: Readonly<Record<string, GoldenValue>>;
  readonly expectedResult: GoldenValue;
}

interface Example {
  readonly name: string;
  readonly formula: string;
  readonly suites: readonly Suite[];
}

const types: Readonly<Record<string, FormulaType>> = {
  text: 'Text',
  number: 'Number',
  checkbox: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multipicklist',
  null: 'Null',
};

const context: EvaluationContext = {
  now: Date.UTC(2026, 10, 1),
  timeZone: 'GMT',
  blanks: 'BlankAsBlank',
};

describe.skipIf(!existsSync(corpus))('the golden samples of the Salesforce help', () => {
  const files = existsSync(corpus) ? readdirSync(corpus).filter((file) => file.endsWith('.json')) : [];
  const missing = new Map<string, number>();
  let passed = 0;

  for (const file of files) {
    const { name, examples } = JSON.parse(readFileSync(new URL(file, corpus), 'utf8')) as {
      name: string;
      examples: readonly Example[];
    };
    it(`agree: ${name}`, () => {
      for (const example of examples) {
        for (const suite of example.suites) {
          const compiled = compileSuite(example, suite);
          if (typeof compiled === 'string') {
            missing.set(compiled, (missing.get(compiled) ?? 0) + 1);
          } else {
            expectSuite(example, suite, compiled);
            passed += 1;
          }
        }
      }
    });
  }

  it('cover most of the samples', () => {
    console.info(`golden help samples: ${passed} pass; outside the language:`, Object.fromEntries(missing));
    expect(passed).toBeGreaterThan(150);
  });
});

/** The compiled formula, or the name of the function the language does not have. */
function compileSuite({ formula }: Example, { identifiers }: Suite): CompiledFormula | string {
  const scope = (path: string): FieldInfo | undefined => {
    const found = identifiers[path];
    return found === undefined ? undefined : { type: types[found.dataType] ?? 'Text' };
  };
  try {
    return compileFormula(formula, scope);
  } catch (error) {
    const unknown = /^Unknown function (\w+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (unknown === undefined) throw new Error(`${formula}: ${String(error)}`, { cause: error });
    return unknown;
  }
}

function expectSuite(
  example: Example,
  { context: title, identifiers, expectedResult }: Suite,
  formula: CompiledFormula,
) {
  const label = `${example.name}: ${title}`;
  const actual = formula.evaluate((path): FieldValue => identifiers[path]?.value, context);
  if (isFormulaError(actual)) throw new Error(`${label}: ${actual.message}`);
  const { dataType, value } = expectedResult;
  if (dataType === 'number') {
    expect(Number(actual), label).toBeCloseTo(Number(value), 8);
  } else if (dataType === 'datetime') {
    expect(Date.parse(String(actual)), label).toBe(Date.parse(String(value)));
  } else {
    expect(actual, label).toBe(value === '' ? null : value);
  }
}
