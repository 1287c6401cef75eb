import type {
  AnyOf,
  Binary,
  BinaryOperator,
  Call,
  Column,
  Expr,
  IsNull,
  Logical,
  Not,
  Param,
  SqlFunction,
  SqlType,
} from './tree.js';

export const column = (table: string, name: string): Column => ({ kind: 'Column', table, name });

export const param = (value: Param['value'], type: SqlType): Param => ({ kind: 'Param', value, type });

export const call = (name: SqlFunction, ...args: readonly Expr[]): Call => ({ kind: 'Call', name, args });

export const binary = (operator: BinaryOperator, left: Expr, right: Expr): Binary => ({
  kind: 'Binary',
  operator,
  left,
  right,
});

export const not = (operand: Expr): Not => ({ kind: 'Not', operand });

export const isNull = (operand: Expr): IsNull => ({ kind: 'IsNull', operand });

export const anyOf = (operand: Expr, values: readonly string[], type: SqlType = 'text[]'): AnyOf => ({
  kind: 'AnyOf',
  operand,
  array: param(values, type),
});

export const TRUE: Param = param(true, 'boolean');
export const FALSE: Param = param(false, 'boolean');

/** The conjunction of what is there: undefined for none, the condition itself for one. */
export function and(...operands: readonly (Expr | undefined)[]): Expr | undefined {
  return logical('and', operands);
}

/** The disjunction of what is there. */
export function or(...operands: readonly (Expr | undefined)[]): Expr | undefined {
  return logical('or', operands);
}

function logical(operator: Logical['operator'], operands: readonly (Expr | undefined)[]): Expr | undefined {
  const present = operands.filter((operand): operand is Expr => operand !== undefined);
  return present.length > 1 ? { kind: 'Logical', operator, operands: present } : present[0];
}
