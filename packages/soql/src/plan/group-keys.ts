import { fieldType } from '@muster/metadata';
import { binary, call, type Expr, param } from '@muster/sql';
import type { Argument, FunctionCall, Operand } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import { aggregateFunction, isAggregateFunction } from './functions/aggregates.js';
import type { Place } from './functions/function-context.js';
import { readFunction } from './functions/read-function.js';
import { derivedField } from './name-object.js';
import { type SelectParts, sortExpr } from './select-parts.js';
import { comparable, type ResolvedField } from './source.js';

const COUNT_FIELD = derivedField('expr', 'Number');

/** What rows are grouped by. Text is grouped without case, so that grouping agrees with comparing. */
export interface GroupKey {
  /** The grouped expression. */
  readonly expr: Expr;
  /** What a field or function that asks for the key is recognised by. */
  readonly text: string;
  /** What is answered: of a text its least spelling, and nothing in the rows of subtotals. */
  readonly shown: ResolvedField;
}

/** @throws MusterError MALFORMED_QUERY for a field of a kind that is not grouped by */
export function groupKey(parts: SelectParts, operand: Operand): GroupKey {
  const resolved = readRow(parts, operand);
  const { field, expr } = resolved;
  const text = JSON.stringify(expr);
  if (operand.kind === 'FunctionCall') return { expr, text, shown: { ...resolved, order: expr } };
  const type = fieldType(field);
  if (!type.groupable) {
    const message = `field '${field.name}' can not be grouped in a query call`;
    throw queryError(parts.context.text, 'MALFORMED_QUERY', operand.at, message);
  }
  if (!type.foldsCase) return { expr, text, shown: { ...resolved, order: sortExpr(resolved) } };
  const folded = comparable(field, expr);
  const least = call('min', expr);
  const shown = parts.query.groupBy?.mode === 'PLAIN' ? least : unlessSubtotal(folded, least);
  return { expr: folded, text, shown: { ...resolved, expr: shown, order: folded } };
}

function unlessSubtotal(key: Expr, value: Expr): Expr {
  const isOwn = binary('=', call('grouping', key), param(0, 'integer'));
  return { kind: 'CaseWhen', branches: [{ when: isOwn, value }] };
}

function readRow(parts: SelectParts, operand: Operand): ResolvedField {
  if (operand.kind === 'Path') return parts.resolve(operand);
  const { context } = parts;
  const read = (inner: Operand) => readRow(parts, inner);
  return readFunction({ context, place: 'GROUP BY', isGrouped: true, read }, operand);
}

/**
 * What a grouped query reads by an operand: a key, an aggregate, or a function of these.
 * @throws MusterError MALFORMED_QUERY for a field that is neither grouped nor aggregated
 */
export function readGroup(
  parts: SelectParts,
  keys: readonly GroupKey[],
  operand: Operand,
  place: Place,
): ResolvedField {
  const { context } = parts;
  if (operand.kind === 'Path') {
    const text = JSON.stringify(parts.resolve(operand).expr);
    const key = keys.find((candidate) => candidate.text === text);
    if (key !== undefined) return key.shown;
    const name = operand.names.map((part) => part.text).join('.');
    const message = `Field must be grouped or aggregated: ${name}`;
    throw queryError(context.text, 'MALFORMED_QUERY', operand.at, message);
  }
  const name = operand.name.text.toUpperCase();
  if (isAggregateFunction(name)) return readAggregate(parts, operand, name);
  if (name === 'GROUPING') return readGrouping(parts, keys, operand);
  const read = (inner: Operand) => readGroup(parts, keys, inner, place);
  return sameKey(parts, keys, operand) ?? readFunction({ context, place, isGrouped: true, read }, operand);
}

/** The key a function is: the same function of the same field stands in GROUP BY. */
function sameKey(
  parts: SelectParts,
  keys: readonly GroupKey[],
  call: FunctionCall,
): ResolvedField | undefined {
  const isOfAggregate = call.arguments.some(
    (argument) => argument.kind === 'FunctionCall' && isAggregateFunction(argument.name.text),
  );
  if (isOfAggregate || !keys.some(({ shown }) => shown.field.name === call.name.text.toUpperCase()))
    return undefined;
  const text = JSON.stringify(readRow(parts, call).expr);
  return keys.find((key) => key.text === text)?.shown;
}

function readGrouping(parts: SelectParts, keys: readonly GroupKey[], node: FunctionCall): ResolvedField {
  const { context, source, query } = parts;
  const [argument] = node.arguments;
  const key =
    isOperand(argument) && query.groupBy?.mode !== 'PLAIN' ? findKey(parts, keys, argument) : undefined;
  if (key === undefined || node.arguments.length !== 1) {
    const message = 'GROUPING() takes a field of GROUP BY ROLLUP or GROUP BY CUBE';
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  }
  return { object: source.object, field: COUNT_FIELD, expr: call('grouping', key.expr) };
}

function isOperand(argument: Argument | undefined): argument is Operand {
  return argument?.kind === 'Path' || argument?.kind === 'FunctionCall';
}

function findKey(parts: SelectParts, keys: readonly GroupKey[], operand: Operand): GroupKey | undefined {
  const text = JSON.stringify(readRow(parts, operand).expr);
  return keys.find((key) => key.text === text);
}

function readAggregate(parts: SelectParts, node: FunctionCall, name: string): ResolvedField {
  const { context, source } = parts;
  const aggregate = aggregateFunction(name);
  const [argument] = node.arguments;
  if (argument === undefined) {
    return { object: source.object, field: COUNT_FIELD, expr: call('count', { kind: 'Star' }) };
  }
  if (argument.kind !== 'Path' || node.arguments.length > 1) {
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, `${name}() takes one field`);
  }
  const { object, field, expr } = parts.resolve(argument);
  const refuse = () => {
    const message = `field ${field.name} does not support aggregate operator ${name}`;
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, message);
  };
  const { storage, sortable } = fieldType(field);
  switch (aggregate) {
    case 'count':
      return { object, field: COUNT_FIELD, expr: call('count', expr) };
    case 'count_distinct':
      return { object, field: COUNT_FIELD, expr: call('count_distinct', comparable(field, expr)) };
    case 'sum':
    case 'avg':
      if (storage !== 'numeric' && storage !== 'integer') refuse();
      return { object, field, expr: call(aggregate, expr) };
    default:
      if (storage === 'boolean' || !sortable) refuse();
      return { object, field, expr: call(aggregate, expr) };
  }
}
