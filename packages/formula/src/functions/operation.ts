import type { FormulaType } from '../check/formula-type.js';
import type { FieldValue } from '../javascript/field-value.js';
import type { LocalDay } from '../javascript/local-day.js';
import type { Value } from '../javascript/value.js';

/** What one evaluation can see. */
export interface Run {
  readonly values: (path: string) => FieldValue;
  /** What a blank number field counts as: zero or null. */
  readonly blankNumber: Value;
  /** Milliseconds since 1970-01-01T00:00Z, whole seconds. */
  readonly now: number;
  /** The user's. */
  readonly timeZone: string;
  readonly localDay: LocalDay;
}

/** A compiled formula or a part of one. */
export type Evaluator = (run: Run) => Value;

/** Makes the code of a call out of the code of its arguments, which are as many and of such types as declared. */
export type Template = (args: readonly Evaluator[]) => Evaluator;

/**
 * Stands for one type within an operation: every parameter that names the variable, and the result if it does,
 * has the same type, one of `of`.
 */
export interface TypeVariable {
  readonly variable: string;
  readonly of: readonly FormulaType[];
}

export interface Parameter {
  /** As the formula editor names it. */
  readonly name: string;
  /** A type, a type variable, or a text that must be written out in the formula. */
  readonly type: FormulaType | TypeVariable | 'TextLiteral';
  /** May be left out, with all that follow. */
  readonly isOptional?: true;
  /** May be given again; neighbours that are all repeated are given again together. */
  readonly isRepeated?: true;
}

/**
 * A function or an operator for certain types of arguments. Several of one name are tried in turn, so `TEXT` of a
 * date and `TEXT` of a number are two operations, each with its own implementation.
 */
export interface Operation {
  /** Upper case, or the operator's symbol. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: FormulaType | TypeVariable;
  readonly javascript: Template;
}

/** Identifies an operation among all, for a person too: `TEXT(Date)`, `CASE(Picklist, TextLiteral…, T…, T)`. */
export function signatureOf({ name, parameters }: Operation): string {
  const types = parameters.map(
    ({ type, isOptional, isRepeated }) =>
      `${typeof type === 'string' ? type : type.variable}${isOptional ? '?' : ''}${isRepeated ? '…' : ''}`,
  );
  return `${name}(${types.join(', ')})`;
}

/** The parameters laid out for `count` arguments, or undefined when so many do not fit. */
export function parametersFor(operation: Operation, count: number): readonly Parameter[] | undefined {
  const { lead, group, tail } = layOut(operation);
  if (group.length === 0) {
    const required = lead.filter((parameter) => parameter.isOptional !== true).length;
    return count >= required && count <= lead.length ? lead.slice(0, count) : undefined;
  }
  const times = (count - lead.length - tail.length) / group.length;
  if (!Number.isInteger(times) || times < 1) return undefined;
  return [...lead, ...Array.from({ length: times }, () => group).flat(), ...tail];
}

/** The number of arguments to name to someone who gave `count`. */
export function expectedCount(operation: Operation, count: number): number {
  const { lead, group, tail } = layOut(operation);
  if (group.length === 0) {
    const required = lead.filter((parameter) => parameter.isOptional !== true).length;
    return Math.min(Math.max(count, required), lead.length);
  }
  const fixed = lead.length + tail.length;
  return fixed + group.length * Math.max(1, Math.floor((count - fixed) / group.length));
}

interface Layout {
  readonly lead: readonly Parameter[];
  readonly group: readonly Parameter[];
  readonly tail: readonly Parameter[];
}

function layOut({ parameters }: Operation): Layout {
  const first = parameters.findIndex((parameter) => parameter.isRepeated === true);
  if (first < 0) return { lead: parameters, group: [], tail: [] };
  const last = parameters.findLastIndex((parameter) => parameter.isRepeated === true);
  return {
    lead: parameters.slice(0, first),
    group: parameters.slice(first, last + 1),
    tail: parameters.slice(last + 1),
  };
}
