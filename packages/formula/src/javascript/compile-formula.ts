import { assertNever, MusterError, positionAt } from '@muster/kernel';
import { type CheckOptions, checkFormula, type FormulaProblem } from '../check/check-formula.js';
import type { CheckedExpression } from '../check/checked-expression.js';
import type { FormulaType, Scope } from '../check/formula-type.js';
import { operationWithSignature } from '../functions/all-operations.js';
import type { Evaluator } from '../functions/operation.js';
import type { Expression } from '../syntax/expression.js';
import { fieldsUsed } from '../syntax/fields-used.js';
import { parseFormula } from '../syntax/parse-formula.js';
import { type FieldValue, type FormulaValue, presentValue, readFieldValue } from './field-value.js';
import { type FormulaError, FormulaFault } from './formula-error.js';
import { createLocalDay } from './local-day.js';
import { Numeric, zero } from './numeric.js';
import type { Value } from './value.js';

export interface EvaluationContext {
  /** Milliseconds since 1970-01-01T00:00Z: what NOW and TODAY go by. */
  readonly now: number;
  /** The user's IANA time zone, in which TODAY is a day. */
  readonly timeZone: string;
  /** Whether a blank number counts as 0, as a formula's metadata says in `formulaTreatBlanksAs`. */
  readonly blanks: 'BlankAsZero' | 'BlankAsBlank';
}

export interface CompiledFormula {
  readonly expression: Expression;
  readonly type: FormulaType;
  /** The field paths `evaluate` may ask for, as written. */
  readonly fields: readonly string[];
  /** Computes the formula over one record. A division by zero and its like are a FormulaError, not an exception. */
  readonly evaluate: (
    values: (path: string) => FieldValue,
    context: EvaluationContext,
  ) => FormulaValue | FormulaError;
}

/**
 * Reads, checks and compiles a formula to JavaScript. Throws MusterError with the first problem's wording and
 * position when it is refused; `data.problems` then lists them all.
 */
export function compileFormula(text: string, scope: Scope, options: CheckOptions = {}): CompiledFormula {
  const expression = parseFormula(text);
  const { checked, problems } = checkFormula(expression, scope, options);
  if (checked === undefined) throw refusal(text, problems);
  const root = compile(checked);
  const localDay = createLocalDay();
  return {
    expression,
    type: checked.type,
    fields: fieldsUsed(expression),
    evaluate: (values, { now, timeZone, blanks }) => {
      const blankNumber = blanks === 'BlankAsZero' ? zero : null;
      const run = { values, blankNumber, now: Math.floor(now / 1000) * 1000, timeZone, localDay };
      try {
        return presentValue(root(run), checked.type);
      } catch (fault) {
        if (fault instanceof FormulaFault) return fault.error;
        throw fault;
      }
    },
  };
}

function refusal(text: string, problems: readonly FormulaProblem[]): MusterError {
  const [first] = problems;
  if (first === undefined) throw new Error('A formula was refused without a problem');
  return new MusterError('FIELD_INTEGRITY_EXCEPTION', first.message, {
    at: positionAt(text, first.at),
    data: { problems },
  });
}

function compile(node: CheckedExpression): Evaluator {
  switch (node.kind) {
    case 'Constant': {
      const value = constantValue(node);
      return () => value;
    }
    case 'Field': {
      const { path, type } = node;
      if (type === 'Number') return (run) => readFieldValue(run.values(path), type) ?? run.blankNumber;
      return (run) => readFieldValue(run.values(path), type);
    }
    case 'Operation':
      return operationWithSignature(node.signature).javascript(node.args.map(compile));
    default:
      return assertNever(node);
  }
}

function constantValue({ type, value }: CheckedExpression & { kind: 'Constant' }): Value {
  if (type === 'Number' && typeof value === 'string') return new Numeric(value);
  return value === '' ? null : value;
}
