import { assertNever } from '@muster/kernel';
import { type FieldDef, fieldType } from '@muster/metadata';
import { and, binary, call, type Expr, FALSE, isNull, not, or, param, type SqlType, TRUE } from '@muster/sql';
import type { ComparisonOperator, Condition, Includes, InList, Operand, SemiJoin } from '../language/ast.js';
import { type DateRangeLiteral, type Literal, likePattern, type StringLiteral } from '../language/literal.js';
import { queryError } from '../language/query-error.js';
import { dateRange } from './date-range.js';
import { literalText } from './literal-text.js';
import { type CompileContext, comparable } from './source.js';
import { wrongLiteral } from './wrong-literal.js';

/** How a condition reads what stands on its left: a field of WHERE, or an aggregate of HAVING. */
export interface OperandReader {
  read(operand: Operand): { readonly field: FieldDef; readonly expr: Expr };
  semiJoin(condition: SemiJoin, negated: boolean): Expr;
}

/**
 * A condition as SQL with SOQL's two-valued logic: a comparison with nothing is false, and its negation true.
 * `negated` is pushed down to the leaves, where each comparison has its own opposite.
 */
export function compileCondition(
  context: CompileContext,
  reader: OperandReader,
  condition: Condition,
  negated = false,
): Expr {
  switch (condition.kind) {
    case 'And':
    case 'Or': {
      const operands = condition.operands.map((operand) =>
        compileCondition(context, reader, operand, negated),
      );
      const isAnd = (condition.kind === 'And') !== negated;
      return (isAnd ? and(...operands) : or(...operands)) as Expr;
    }
    case 'Not':
      return compileCondition(context, reader, condition.operand, !negated);
    case 'Comparison':
      return compileComparison(context, reader, condition.left, condition.operator, condition.right, negated);
    case 'InList':
      return compileInList(context, reader, condition, negated);
    case 'Includes':
      return compileIncludes(context, reader, condition, negated);
    case 'SemiJoin':
      return reader.semiJoin(condition, negated);
    default:
      return assertNever(condition);
  }
}

function compileComparison(
  context: CompileContext,
  reader: OperandReader,
  left: Operand,
  operator: ComparisonOperator,
  right: Literal,
  negated: boolean,
): Expr {
  const { field, expr } = reader.read(left);
  const label = labelOf(left);
  const type = fieldType(field);
  if (!type.filterable) {
    throw queryError(
      context.text,
      'INVALID_FIELD',
      left.at,
      `field '${label}' can not be filtered in a query call`,
    );
  }
  if (right.kind === 'NullLiteral') return compileNull(context, expr, operator, right.at, negated);
  if (right.kind === 'DateRangeLiteral')
    return compileRange(context, field, expr, operator, right, negated, label);
  if (operator === 'LIKE') return compileLike(context, field, expr, right, negated, label);
  const value = literalText(context, field, right, label);
  if (value === undefined) return (operator === '!=') !== negated ? TRUE : FALSE;
  return compare(comparable(field, expr), operator, comparable(field, typed(field, value)), expr, negated);
}

/** `!=` and negated comparisons are true of empty fields. */
function compare(
  left: Expr,
  operator: Exclude<ComparisonOperator, 'LIKE'>,
  right: Expr,
  raw: Expr,
  negated: boolean,
): Expr {
  const opposite = { '=': '<>', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;
  const direct = operator === '!=' ? '<>' : operator;
  const chosen = negated ? opposite[operator] : direct;
  const holdsForEmpty = (operator === '!=') !== negated;
  const comparison = binary(chosen, left, right);
  return holdsForEmpty ? (or(comparison, isNull(raw)) as Expr) : comparison;
}

function compileNull(
  context: CompileContext,
  expr: Expr,
  operator: string,
  at: number,
  negated: boolean,
): Expr {
  if (operator === '=' || operator === '!=')
    return (operator === '=') !== negated ? isNull(expr) : not(isNull(expr));
  if (operator === 'LIKE') return negated ? TRUE : FALSE;
  throw queryError(
    context.text,
    'INVALID_QUERY_FILTER_OPERATOR',
    at,
    `invalid operator on null: ${operator}`,
  );
}

function compileLike(
  context: CompileContext,
  field: FieldDef,
  expr: Expr,
  right: Literal,
  negated: boolean,
  label: string,
): Expr {
  const type = fieldType(field);
  if (type.storage !== 'text' || type.describeType === 'multipicklist') {
    throw queryError(
      context.text,
      'INVALID_QUERY_FILTER_OPERATOR',
      right.at,
      `invalid operator LIKE on field '${label}'`,
    );
  }
  if (right.kind !== 'StringLiteral') throw wrongLiteral(context, right, label, 'string', true);
  const matches = binary(
    'like',
    comparable(field, expr),
    comparable(field, param(likePattern(right), 'text')),
  );
  return negated ? (or(not(matches), isNull(expr)) as Expr) : matches;
}

function compileRange(
  context: CompileContext,
  field: FieldDef,
  expr: Expr,
  operator: ComparisonOperator,
  literal: DateRangeLiteral,
  negated: boolean,
  label: string,
): Expr {
  const { storage } = fieldType(field);
  if ((storage !== 'date' && storage !== 'timestamptz') || operator === 'LIKE') {
    throw wrongLiteral(context, literal, label, fieldType(field).describeType, storage === 'text');
  }
  context.usesClock();
  const range = dateRange(literal, context.now, context.timeZone);
  const bound = (at: typeof range.start) =>
    param(storage === 'date' ? (at.toISODate() as string) : (at.toUTC().toISO() as string), storage);
  const starts = bound(range.start);
  const ends = bound(range.end);
  const within = and(binary('>=', expr, starts), binary('<', expr, ends)) as Expr;
  const outside = or(binary('<', expr, starts), binary('>=', expr, ends), isNull(expr)) as Expr;
  switch (operator) {
    case '=':
      return negated ? outside : within;
    case '!=':
      return negated ? within : outside;
    case '<':
      return compare(expr, '<', starts, expr, negated);
    case '<=':
      return compare(expr, '<', ends, expr, negated);
    case '>':
      return compare(expr, '>=', ends, expr, negated);
    case '>=':
      return compare(expr, '>=', starts, expr, negated);
    default:
      return assertNever(operator);
  }
}

function compileInList(
  context: CompileContext,
  reader: OperandReader,
  condition: InList,
  negated: boolean,
): Expr {
  const { field, expr } = reader.read(condition.left);
  const label = labelOf(condition.left);
  const isNegative = condition.negated !== negated;
  const values: Expr[] = [];
  let hasNull = false;
  for (const literal of condition.values) {
    if (literal.kind === 'NullLiteral') {
      hasNull = true;
      continue;
    }
    if (literal.kind === 'DateRangeLiteral')
      throw wrongLiteral(context, literal, label, fieldType(field).describeType, false);
    const text = literalText(context, field, literal, label);
    if (text !== undefined) values.push(comparable(field, typed(field, text)));
  }
  const among =
    values.length > 0
      ? ({ kind: 'InList', operand: comparable(field, expr), items: values } as const)
      : FALSE;
  if (isNegative)
    return hasNull ? (and(not(among), not(isNull(expr))) as Expr) : (or(not(among), isNull(expr)) as Expr);
  return hasNull ? (or(among, isNull(expr)) as Expr) : among;
}

/** Stored values are joined by semicolons; one listed text may itself ask for several values at once. */
function compileIncludes(
  context: CompileContext,
  reader: OperandReader,
  condition: Includes,
  negated: boolean,
): Expr {
  const { field, expr } = reader.read(condition.left);
  const label = labelOf(condition.left);
  if (fieldType(field).describeType !== 'multipicklist') {
    const operator = condition.negated ? 'EXCLUDES' : 'INCLUDES';
    throw queryError(
      context.text,
      'INVALID_QUERY_FILTER_OPERATOR',
      condition.left.at,
      `invalid operator ${operator} on field '${label}'`,
    );
  }
  const semicolon = param(';', 'text');
  const stored = call('fold', binary('||', binary('||', semicolon, expr), semicolon));
  const contains = (value: string): Expr =>
    binary('like', stored, call('fold', param(`%;${value.trim().replace(/[\\%_]/g, '\\$&')};%`, 'text')));
  const anyListed = or(
    ...condition.values.map(
      (literal: StringLiteral) => and(...literal.value.split(';').map(contains)) as Expr,
    ),
  ) as Expr;
  return condition.negated !== negated ? (or(not(anyListed), isNull(expr)) as Expr) : anyListed;
}

/** What stands on the left, as errors name it. */
function labelOf(operand: Operand): string {
  return operand.kind === 'Path' ? operand.names.map((name) => name.text).join('.') : operand.name.text;
}

function typed(field: FieldDef, value: string): Expr {
  const { storage } = fieldType(field);
  const type: SqlType = storage === 'id' ? 'text' : storage;
  return param(value, type);
}
