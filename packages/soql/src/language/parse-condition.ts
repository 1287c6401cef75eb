import type { ComparisonOperator, Condition, Operand, SelectQuery } from './ast.js';
import type { Cursor } from './cursor.js';
import type { StringLiteral } from './literal.js';
import { bareListError, parseLiteral, parseString } from './parse-literal.js';
import { parseCommaList, parseOperand } from './parse-operand.js';

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  LIKE: 'LIKE',
};

/** Reads the query of a semi-join, its parentheses already seen to. */
export type SubqueryParser = (cursor: Cursor) => SelectQuery;

/**
 * Reads the condition of WHERE or HAVING. As Salesforce has it, AND and OR do not mix without parentheses, and NOT
 * stands before one comparison or parenthesis, alone.
 */
export function parseCondition(cursor: Cursor, parseSubquery: SubqueryParser): Condition {
  const condition = parseJoined(cursor, parseSubquery);
  if (cursor.is('AND') || cursor.is('OR')) throw cursor.unexpected();
  return condition;
}

function parseJoined(cursor: Cursor, parseSubquery: SubqueryParser): Condition {
  const not = cursor.take('NOT');
  const first = parseSimple(cursor, parseSubquery);
  if (not !== undefined) return { kind: 'Not', operand: first, at: not.at };
  const joiner = cursor.peek().key;
  if (joiner !== 'AND' && joiner !== 'OR') return first;
  const operands = [first];
  while (cursor.take(joiner)) operands.push(parseSimple(cursor, parseSubquery));
  return { kind: joiner === 'AND' ? 'And' : 'Or', operands, at: first.at };
}

function parseSimple(cursor: Cursor, parseSubquery: SubqueryParser): Condition {
  if (cursor.take('(') === undefined) return parseComparison(cursor, parseSubquery);
  const condition = cursor.nest(() => parseCondition(cursor, parseSubquery));
  cursor.close();
  return condition;
}

function parseComparison(cursor: Cursor, parseSubquery: SubqueryParser): Condition {
  const left = parseOperand(cursor);
  const { at } = left;
  const token = cursor.peek();
  const operator = OPERATORS[token.key];
  if (operator !== undefined) {
    cursor.next();
    if (operator === 'LIKE' && cursor.is('NULL')) throw cursor.unexpected();
    return { kind: 'Comparison', left, operator, right: parseLiteral(cursor), at };
  }
  if (cursor.take('INCLUDES') || cursor.take('EXCLUDES')) {
    const negated = token.key === 'EXCLUDES';
    return { kind: 'Includes', left, negated, values: parseChoices(cursor), at };
  }
  const negated = cursor.is('NOT') && cursor.is('IN', 1) && cursor.take('NOT') !== undefined;
  if (cursor.take('IN')) return parseIn(cursor, left, negated, parseSubquery);
  throw cursor.unexpected(token, at);
}

function parseIn(cursor: Cursor, left: Operand, negated: boolean, parseSubquery: SubqueryParser): Condition {
  const { at } = left;
  if (cursor.take('(') === undefined) throw bareListError(cursor);
  if (cursor.is('SELECT')) {
    const query = parseSubquery(cursor);
    cursor.close();
    return { kind: 'SemiJoin', left, negated, query, at };
  }
  if (cursor.is(')')) throw cursor.unexpected(cursor.peek(), at);
  const values = parseCommaList(cursor, () => parseLiteral(cursor));
  cursor.close();
  return { kind: 'InList', left, negated, values, at };
}

function parseChoices(cursor: Cursor): readonly StringLiteral[] {
  if (cursor.take('(') === undefined) throw bareListError(cursor);
  const values = parseCommaList(cursor, () => parseString(cursor));
  cursor.close();
  return values;
}
