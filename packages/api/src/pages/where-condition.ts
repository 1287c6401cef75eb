import { type Condition, type Operand, printLiteral, printSoql } from '@muster/soql';

/** `whereCondition` of a list view's describe (REST API Developer Guide, "List View Describe"). */
export type WhereCondition =
  | { readonly conditions: readonly WhereCondition[]; readonly conjunction: 'and' | 'or' }
  | { readonly condition: WhereCondition; readonly conjunction: 'not' }
  | { readonly field: string; readonly operator: string; readonly values: readonly string[] };

const OPERATORS = {
  '=': 'equals',
  '!=': 'notEquals',
  '<': 'lessThan',
  '<=': 'lessThanOrEqualTo',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqualTo',
  LIKE: 'like',
} as const;

/** A condition of SOQL as a list view's describe writes it. */
export function presentCondition(condition: Condition): WhereCondition {
  switch (condition.kind) {
    case 'And':
    case 'Or':
      return {
        conditions: condition.operands.map(presentCondition),
        conjunction: condition.kind === 'And' ? 'and' : 'or',
      };
    case 'Not':
      return { condition: presentCondition(condition.operand), conjunction: 'not' };
    case 'Comparison':
      return {
        field: nameOf(condition.left),
        operator: OPERATORS[condition.operator],
        values: [printLiteral(condition.right)],
      };
    case 'InList':
      return {
        field: nameOf(condition.left),
        operator: condition.negated ? 'notIn' : 'in',
        values: condition.values.map(printLiteral),
      };
    case 'Includes':
      return {
        field: nameOf(condition.left),
        operator: condition.negated ? 'excludes' : 'includes',
        values: condition.values.map(printLiteral),
      };
    case 'SemiJoin':
      return {
        field: nameOf(condition.left),
        operator: condition.negated ? 'notIn' : 'in',
        values: [printSoql(condition.query)],
      };
  }
}

function nameOf(operand: Operand): string {
  return operand.kind === 'Path' ? operand.names.map(({ text }) => text).join('.') : operand.name.text;
}
