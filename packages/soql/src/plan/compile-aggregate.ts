import { call, type OrderItem, type OutputColumn, param, type Select } from '@muster/sql';
import type { FieldItem, Operand, SelectQuery } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import { compileCondition, type OperandReader } from './compile-condition.js';
import { isAggregateFunction } from './functions/aggregates.js';
import { type GroupKey, groupKey, readGroup } from './group-keys.js';
import type { QueryPlan, ShapeItem } from './plan.js';
import { limits, orderDirection, type SelectParts, sortExpr, valueItem } from './select-parts.js';

/** Most fields GROUP BY ROLLUP and GROUP BY CUBE take (SOQL and SOSL Reference). */
const MAX_SUBTOTAL_FIELDS = 3;

/** Whether rows are groups: it groups, or selects an aggregate, be it inside another function. */
export function isAggregateQuery(query: SelectQuery): boolean {
  return (
    query.groupBy !== null ||
    query.select.some((item) => item.kind === 'FieldItem' && isAggregate(item.value))
  );
}

function isAggregate(operand: Operand): boolean {
  return (
    operand.kind === 'FunctionCall' &&
    (isAggregateFunction(operand.name.text) ||
      operand.arguments.some((argument) => argument.kind === 'FunctionCall' && isAggregate(argument)))
  );
}

/** `SELECT COUNT() FROM X`, which answers with a number alone, and queries whose rows are groups. */
export function compileAggregate(parts: SelectParts): QueryPlan {
  const { query, source, where } = parts;
  if (isCount(query)) return compileCount(parts);
  const columns: OutputColumn[] = [];
  const keys = groupKeys(parts);
  const items = compileItems(parts, keys, columns);
  const having = query.having
    ? compileCondition(parts.context, groupReader(parts, keys), query.having)
    : undefined;
  const mode = query.groupBy?.mode ?? 'PLAIN';
  const select: Select = {
    kind: 'Select',
    columns,
    from: source.from,
    joins: source.joins,
    ...(where ? { where } : {}),
    ...(keys.length > 0 ? { groupBy: keys.map((key) => key.expr) } : {}),
    ...(mode === 'PLAIN' ? {} : { subtotals: mode === 'CUBE' ? 'cube' : 'rollup' }),
    ...(having ? { having } : {}),
    orderBy: query.orderBy.map((item): OrderItem => {
      const resolved = readGroup(parts, keys, item.value, 'ORDER BY');
      return { expr: sortExpr(resolved), ...orderDirection(item) };
    }),
    ...limits(query),
  };
  return aggregatePlan(parts, 'aggregate', select, items);
}

function groupKeys(parts: SelectParts): GroupKey[] {
  const { context, query } = parts;
  const { groupBy } = query;
  if (groupBy === null) return [];
  if (groupBy.mode !== 'PLAIN' && groupBy.keys.length > MAX_SUBTOTAL_FIELDS) {
    const message = `GROUP BY ${groupBy.mode} takes at most ${MAX_SUBTOTAL_FIELDS} fields`;
    throw queryError(context.text, 'MALFORMED_QUERY', groupBy.at, message);
  }
  return groupBy.keys.map((key) => groupKey(parts, key));
}

function compileItems(parts: SelectParts, keys: readonly GroupKey[], columns: OutputColumn[]): ShapeItem[] {
  const { context, query } = parts;
  const items: ShapeItem[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'FieldItem') {
      const message = 'Grouped queries select fields and aggregate functions only';
      throw queryError(context.text, 'MALFORMED_QUERY', item.at, message);
    }
    const resolved = readGroup(parts, keys, item.value, 'SELECT');
    const key = nameOf(item, resolved.field.name, unnamed);
    if (key === `expr${unnamed}`) unnamed += 1;
    if (items.some((known) => known.key.toLowerCase() === key.toLowerCase()))
      throw queryError(context.text, 'MALFORMED_QUERY', item.at, `duplicate alias: ${key}`);
    items.push(valueItem(resolved, (expr) => columns.push({ expr, alias: `c${columns.length}` }) - 1, key));
  }
  return items;
}

function nameOf({ alias, value }: FieldItem, fieldName: string, unnamed: number): string {
  return alias?.text ?? (value.kind === 'FunctionCall' ? `expr${unnamed}` : fieldName);
}

function groupReader(parts: SelectParts, keys: readonly GroupKey[]): OperandReader {
  return {
    read: (operand) => readGroup(parts, keys, operand, 'HAVING'),
    semiJoin(condition) {
      const message = 'HAVING can not hold an inner query: put it into WHERE';
      throw queryError(parts.context.text, 'MALFORMED_QUERY', condition.at, message);
    },
  };
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
  if (query.groupBy) {
    const message = 'COUNT() can not be grouped; use COUNT(Id)';
    throw queryError(context.text, 'MALFORMED_QUERY', query.groupBy.at, message);
  }
  const rows: Select = {
    kind: 'Select',
    columns: [{ expr: param(1, 'integer'), alias: 'one' }],
    from: source.from,
    joins: source.joins,
    ...(where ? { where } : {}),
    ...limits(query),
  };
  const count = { expr: call('count', { kind: 'Star' }), alias: 'n' };
  const isCut = query.limit !== null || query.offset !== null;
  const select: Select = isCut
    ? {
        kind: 'Select',
        columns: [count],
        from: { kind: 'SubSelect', select: rows, alias: 'counted' },
        joins: [],
      }
    : { ...rows, columns: [count] };
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
    marksViewed: false,
    alias: source.alias,
  };
}
