import { expectedCount, type Operation, type Parameter, parametersFor } from '../functions/operation.js';
import { type FormulaType, isAssignable, typeLabel } from './formula-type.js';

/** An argument as far as choosing an operation needs it. */
export interface ArgumentType {
  readonly type: FormulaType;
  readonly isTextLiteral: boolean;
}

export type Match =
  | { readonly kind: 'Matched'; readonly operation: Operation; readonly type: FormulaType }
  | { readonly kind: 'WrongCount'; readonly expected: number }
  /** No operation takes the argument at `index`; `expected` are the labels of the types that would do. */
  | { readonly kind: 'WrongType'; readonly index: number; readonly expected: readonly string[] };

/** Chooses, among the operations of one name, the first that takes these arguments. */
export function matchOperation(candidates: readonly Operation[], args: readonly ArgumentType[]): Match {
  let alive: readonly Attempt[] = candidates.flatMap((operation) => {
    const parameters = parametersFor(operation, args.length);
    return parameters === undefined ? [] : [{ operation, parameters, bound: {} }];
  });
  if (alive.length === 0) {
    const counts = candidates.map((operation) => expectedCount(operation, args.length));
    return { kind: 'WrongCount', expected: nearest(counts, args.length) };
  }
  for (const [index, arg] of args.entries()) {
    const before = alive;
    alive = before.flatMap((attempt) => advance(attempt, index, arg));
    if (alive.length === 0) {
      return { kind: 'WrongType', index, expected: [...new Set(before.flatMap((a) => expected(a, index)))] };
    }
  }
  const [first] = alive;
  if (first === undefined) throw new Error('No attempt is left');
  return { kind: 'Matched', operation: first.operation, type: resultType(first) };
}

interface Attempt {
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  readonly bound: Readonly<Record<string, FormulaType>>;
}

function advance(attempt: Attempt, index: number, arg: ArgumentType): readonly Attempt[] {
  const type = attempt.parameters[index]?.type;
  if (type === undefined) throw new Error(`No parameter ${index}`);
  if (type === 'TextLiteral') return arg.isTextLiteral ? [attempt] : [];
  if (typeof type === 'string') return isAssignable(arg.type, type) ? [attempt] : [];
  if (arg.type === 'Null') return [attempt];
  const wanted = attempt.bound[type.variable];
  if (wanted !== undefined) return isAssignable(arg.type, wanted) ? [attempt] : [];
  const binding = type.of.find((candidate) => isAssignable(arg.type, candidate));
  return binding === undefined ? [] : [{ ...attempt, bound: { ...attempt.bound, [type.variable]: binding } }];
}

function expected(attempt: Attempt, index: number): readonly string[] {
  const type = attempt.parameters[index]?.type;
  if (type === undefined) return [];
  if (type === 'TextLiteral') return ['Text Literal'];
  if (typeof type === 'string') return [typeLabel(type)];
  return (
    attempt.bound[type.variable] === undefined ? type.of : [attempt.bound[type.variable] ?? 'Null']
  ).map(typeLabel);
}

function resultType({ operation, bound }: Attempt): FormulaType {
  const { returns } = operation;
  return typeof returns === 'string' ? returns : (bound[returns.variable] ?? 'Null');
}

function nearest(counts: readonly number[], count: number): number {
  return counts.reduce((best, next) => (Math.abs(next - count) < Math.abs(best - count) ? next : best));
}
