import { assertNever, MusterError, positionAt } from '@muster/kernel';
import { operationWithSignature } from './all-operations.js';
import { type CheckOptions, checkFormula, type FormulaProblem } from './check-formula.js';
import type { CheckedExpression } from './checked-expression.js';
import type { Expression } from './expression.js';
import { type FieldValue, type FormulaValue, presentValue, readFieldValue } from './field-value.js';
import { fieldsUsed } from './fields-used.js';
import { type FormulaError, FormulaFault } from './formula-error.js';
import type { FormulaType, Scope } from './formula-type.js';
import { createLocalDay, type LocalDay } from './local-day.js';
import { Numeric, zero } from './numeric.js';
import type { Evaluator, Run, Value } from './operation.js';
import { parseFormula } from './parse-formula.js';

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
    evaluate: (values, context) => {
      try {
        return presentValue(root(createRun(values, context, localDay)), checked.type);
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

function createRun(
  values: (path: string) => FieldValue,
  { now, timeZone, blanks }: EvaluationContext,
  localDay: LocalDay,
): Run {
  const blankNumber = blanks === 'BlankAsZero' ? zero : null;
  return {
    read: (path, type) => {
      const value = readFieldValue(values(path), type);
      return value === null && type === 'Number' ? blankNumber : value;
    },
    now: Math.floor(now / 1000) * 1000,
    localDay: (instant) => localDay(instant, timeZone),
  };
}

function compile(node: CheckedExpression): Evaluator {
  switch (node.kind) {
    case 'Constant': {
      const value = constantValue(node);
      return () => value;
    }
    case 'Field': {
      const { path, type } = node;
      return (run) => run.read(path, type);
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
