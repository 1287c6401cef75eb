import { type FieldDef, fieldType } from '@muster/metadata';
import {
  call,
  type Expr,
  type OrderItem,
  type OutputColumn,
  param,
  type Select,
  type SqlFunction,
} from '@muster/sql';
import type { FunctionCall, Operand, SelectQuery } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import { compileCondition, type OperandReader } from './compile-condition.js';
import type { QueryPlan, ShapeItem } from './plan.js';
import { limits, orderDirection, type SelectParts, valueItem } from './select-parts.js';
import { comparable, type ResolvedField } from './source.js';
import { unsupported } from './unsupported.js';

const AGGREGATES: Readonly<Record<string, SqlFunction>> = {
  COUNT: 'count',
  COUNT_DISTINCT: 'count_distinct',
  SUM: 'sum',
  AVG: 'avg',
  MIN: 'min',
  MAX: 'max',
};

/** Parts of a date SOQL groups by, as PostgreSQL's date_part names them. */
const DATE_PARTS: Readonly<Record<string, string>> = {
  CALENDAR_YEAR: 'year',
  CALENDAR_QUARTER: 'quarter',
  CALENDAR_MONTH: 'month',
  DAY_IN_MONTH: 'day',
  DAY_IN_YEAR: 'doy',
  FISCAL_YEAR: 'year',
  FISCAL_QUARTER: 'quarter',
  FISCAL_MONTH: 'month',
};

const NUMBER: FieldDef = {
  name: 'expr',
  label: 'expr',
  type: 'Number',
  custom: false,
  precision: 18,
  scale: 0,
  required: false,
  unique: false,
  externalId: false,
  createable: false,
  updateable: false,
};

interface Measured {
  readonly field: FieldDef;
  readonly expr: Expr;
}

export function isAggregateQuery(query: SelectQuery): boolean {
  return (
    query.groupBy !== null ||
    query.select.some(
      (item) =>
        item.kind === 'FieldItem' &&
        item.value.kind === 'FunctionCall' &&
        AGGREGATES[item.value.name.text.toUpperCase()] !== undefined,
    )
  );
}

/** `SELECT COUNT() FROM X`, which answers with a number alone, and queries whose rows are groups. */
export function compileAggregate(parts: SelectParts, rows: OperandReader): QueryPlan {
  const { context, query, source, where } = parts;
  if (isCount(query)) return compileCount(parts);
  const columns: OutputColumn[] = [];
  const add = (expr: Expr): number => columns.push({ expr, alias: `c${columns.length}` }) - 1;
  const groupBy = (query.groupBy?.keys ?? []).map((key) => groupKey(parts, key));
  const items: ShapeItem[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'FieldItem') {
      throw queryError(
        context.text,
        'MALFORMED_QUERY',
        item.at,
        'Grouped queries select fields and aggregate functions only',
      );
    }
    const isCall = item.value.kind === 'FunctionCall';
    const measured = measure(parts, item.value, groupBy);
    const key = item.alias?.text ?? (isCall ? `expr${unnamed}` : measured.field.name);
    if (isCall && !item.alias) unnamed += 1;
    items.push(valueItem(measured.field, measured.expr, add, key));
  }
  const reader: OperandReader = {
    read: (operand) => ({ ...measure(parts, operand, groupBy), label: operandText(operand) }),
    semiJoin: rows.semiJoin,
  };
  const select: Select = {
    kind: 'Select',
    columns,
    from: source.from,
    joins: source.joins,
    ...(where ? { where } : {}),
    ...(groupBy.length > 0 ? { groupBy: groupBy.map((key) => key.expr) } : {}),
    ...(query.having ? { having: compileCondition(context, reader, query.having) } : {}),
    orderBy: orderGroups(parts, groupBy),
    ...limits(query),
  };
  return aggregatePlan(parts, 'aggregate', select, items);
}

function isCount(query: SelectQuery): boolean {
  const [item] = query.select;
  return (
    query.select.length === 1 &&
    item?.kind === 'FieldItem' &&
    item.value.kind === 'FunctionCall' &&
    item.value.name.text.toUpperCase() === 'COUNT' &&
    item.value.arguments.length === 0
  );
}

function compileCount(parts: SelectParts): QueryPlan {
  const { context, query, source, where } = parts;
  if (query.groupBy)
    throw queryError(
      context.text,
      'MALFORMED_QUERY',
      query.groupBy.at,
      'COUNT() can not be grouped; use COUNT(Id)',
    );
  const select: Select = {
    kind: 'Select',
    columns: [{ expr: call('count', { kind: 'Star' }), alias: 'n' }],
    from: source.from,
    joins: source.joins,
    ...(where ? { where } : {}),
  };
  return aggregatePlan(parts, 'count', select, []);
}

function aggregatePlan(
  { source, query }: SelectParts,
  kind: 'aggregate' | 'count',
  select: Select,
  items: ShapeItem[],
): QueryPlan {
  return {
    object: source.object,
    kind,
    select,
    items,
    children: [],
    idColumn: undefined,
    ordered: true,
    limit: query.limit ? Number(query.limit.text) : undefined,
    isTimeless: true,
    alias: source.alias,
  };
}

/** Text is grouped without case and shown by its least spelling, so that grouping agrees with comparing. */
interface GroupKey extends Measured {
  readonly text: string;
  readonly shown: Expr;
}

function groupKey(parts: SelectParts, operand: Operand): GroupKey {
  if (operand.kind === 'FunctionCall') {
    const part = datePart(parts, operand);
    return { ...part, text: operandText(operand), shown: part.expr };
  }
  const { field, expr } = parts.resolve(operand);
  const type = fieldType(field);
  if (!type.groupable) {
    throw queryError(
      parts.context.text,
      'MALFORMED_QUERY',
      operand.at,
      `field '${field.name}' can not be grouped in a query call`,
    );
  }
  const folded = comparable(field, expr);
  return {
    field,
    expr: folded,
    text: fieldKey({ field, expr }),
    shown: type.foldsCase ? call('min', expr) : expr,
  };
}

function fieldKey({ field, expr }: Measured): string {
  return `${JSON.stringify(expr)}.${field.name}`;
}

function measure(parts: SelectParts, operand: Operand, groupBy: readonly GroupKey[]): Measured {
  const { context } = parts;
  if (operand.kind === 'Path') {
    const resolved = parts.resolve(operand);
    const key = groupBy.find((candidate) => candidate.text === fieldKey(resolved));
    if (key === undefined) {
      throw queryError(
        context.text,
        'MALFORMED_QUERY',
        operand.at,
        `Field must be grouped or aggregated: ${operandText(operand)}`,
      );
    }
    return { field: resolved.field, expr: key.shown };
  }
  const name = operand.name.text.toUpperCase();
  const aggregate = AGGREGATES[name];
  if (aggregate === undefined) {
    const key = groupBy.find((candidate) => candidate.text === operandText(operand));
    if (key === undefined)
      throw unsupported(context.text, operand.at, `${operand.name.text}() outside GROUP BY`);
    return key;
  }
  const [argument] = operand.arguments;
  if (argument === undefined) return { field: NUMBER, expr: call('count', { kind: 'Star' }) };
  if (argument.kind !== 'Path') throw unsupported(context.text, operand.at, `An expression inside ${name}()`);
  return aggregateOf(parts, name, aggregate, parts.resolve(argument), operand.at);
}

function aggregateOf(
  parts: SelectParts,
  name: string,
  aggregate: SqlFunction,
  argument: ResolvedField,
  at: number,
): Measured {
  const { field, expr } = argument;
  const type = fieldType(field);
  if ((name === 'SUM' || name === 'AVG') && type.storage !== 'numeric') {
    throw queryError(
      parts.context.text,
      'MALFORMED_QUERY',
      at,
      `field ${field.name} does not support aggregate operator ${name}`,
    );
  }
  if (aggregate === 'count' || aggregate === 'count_distinct') {
    return { field: NUMBER, expr: call(aggregate, aggregate === 'count' ? expr : comparable(field, expr)) };
  }
  return { field, expr: call(aggregate, expr) };
}

/** A part of a date; date-times count as days of the reader's zone. */
function datePart(parts: SelectParts, operand: FunctionCall): Measured {
  const { context } = parts;
  const name = operand.name.text.toUpperCase();
  const [argument] = operand.arguments;
  if ((DATE_PARTS[name] === undefined && name !== 'DAY_ONLY') || argument?.kind !== 'Path') {
    throw unsupported(context.text, operand.at, `${operand.name.text}()`);
  }
  const { field, expr } = parts.resolve(argument);
  const { storage } = fieldType(field);
  if (storage !== 'date' && storage !== 'timestamptz') {
    throw queryError(context.text, 'MALFORMED_QUERY', argument.at, `field ${field.name} is no date`);
  }
  const day = storage === 'date' ? expr : call('local_date', expr, param(context.timeZone, 'text'));
  if (name === 'DAY_ONLY') return { field: { ...NUMBER, type: 'Date' }, expr: day };
  return { field: NUMBER, expr: call('date_part', param(DATE_PARTS[name] as string, 'text'), day) };
}

function orderGroups(parts: SelectParts, groupBy: readonly GroupKey[]): OrderItem[] {
  return parts.query.orderBy.map((item) => {
    const { field, expr } = measure(parts, item.value, groupBy);
    const isGroup = groupBy.find((key) => key.shown === expr);
    return { expr: isGroup ? isGroup.expr : comparable(field, expr), ...orderDirection(item) };
  });
}

function operandText(operand: Operand): string {
  if (operand.kind === 'Path') return operand.names.map((name) => name.text.toLowerCase()).join('.');
  return `${operand.name.text.toLowerCase()}(${operand.arguments.map((a) => (a.kind === 'Path' ? operandText(a) : a.kind)).join(',')})`;
}
