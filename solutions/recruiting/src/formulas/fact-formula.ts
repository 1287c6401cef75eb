import {
  type CompiledFormula,
  compileFormula,
  type FormulaType,
  fieldsUsed,
  parseFormula,
} from '@muster/formula';
import { MusterError } from '@muster/kernel';
import type { Evaluate } from '../engine/index.js';

/** Types a fact can have, in the order in which they are tried. */
const factTypes: readonly FormulaType[] = ['Boolean', 'Number', 'Text', 'Date'];
const MAX_FACTS = 4;

/**
 * Compiles a condition of a hiring process. Facts have no declared type: each has the one under which the formula
 * makes sense, yes-or-no first. @throws MusterError saying what is wrong with the formula
 */
export function compileFactFormula(formula: string): CompiledFormula {
  const facts = [...new Set(fieldsUsed(parseFormula(formula)))];
  if (facts.length > MAX_FACTS) {
    throw new MusterError(
      'FIELD_INTEGRITY_EXCEPTION',
      `A condition may look at ${MAX_FACTS} facts: ${formula}`,
    );
  }
  let refusal: unknown;
  for (const types of assignments(facts)) {
    try {
      return compileFormula(
        formula,
        (path) => {
          const type = types.get(path.toLowerCase());
          return type === undefined ? undefined : { type };
        },
        { expected: 'Boolean' },
      );
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

/** Says what is wrong with a condition of a hiring process, or undefined. */
export function checkFactFormula(formula: string): string | undefined {
  try {
    compileFactFormula(formula);
    return undefined;
  } catch (error) {
    if (error instanceof MusterError) return error.message;
    throw error;
  }
}

/**
 * Gives conditions of a process their value; each formula is compiled once. A fact of another type than the formula
 * expects makes the condition false. Time has no part in it: TODAY and NOW are those of 1970.
 */
export function factEvaluator(): Evaluate {
  const compiled = new Map<string, CompiledFormula>();
  return (formula, facts) => {
    let entry = compiled.get(formula);
    if (entry === undefined) {
      entry = compileFactFormula(formula);
      compiled.set(formula, entry);
    }
    const byName = new Map(Object.entries(facts).map(([name, value]) => [name.toLowerCase(), value]));
    const result = entry.evaluate((path) => byName.get(path.toLowerCase()) ?? null, {
      now: 0,
      timeZone: 'UTC',
      blanks: 'BlankAsBlank',
    });
    return result === true;
  };
}

function* assignments(facts: readonly string[]): Generator<ReadonlyMap<string, FormulaType>> {
  const total = factTypes.length ** facts.length;
  for (let n = 0; n < total; n += 1) {
    let rest = n;
    const types = new Map<string, FormulaType>();
    for (const fact of facts) {
      types.set(fact.toLowerCase(), factTypes[rest % factTypes.length] ?? 'Boolean');
      rest = Math.floor(rest / factTypes.length);
    }
    yield types;
  }
}
