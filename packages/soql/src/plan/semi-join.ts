import { and, type Expr, isNull, not, type OutputColumn, or, type Select } from '@muster/sql';
import type { Operand, SelectQuery, SemiJoin } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import type { QueryPlan } from './plan.js';
import { type CompileContext, comparable, type ResolvedField } from './source.js';

interface SemiJoinParts {
  readonly context: CompileContext;
  readonly read: (operand: Operand) => ResolvedField;
  readonly compile: (query: SelectQuery) => QueryPlan;
}

/**
 * `Id IN (SELECT AccountId FROM Contact)`. An empty AccountId of the inner query is no value of the list; an empty
 * field on the left is in no list, so it is among those that are not in it.
 */
export function compileSemiJoin(
  { context, read, compile }: SemiJoinParts,
  condition: SemiJoin,
  negated: boolean,
): Expr {
  if (condition.left.kind === 'FunctionCall') {
    const message = 'A function can not stand before IN with an inner query';
    throw queryError(context.text, 'MALFORMED_QUERY', condition.at, message);
  }
  const { field, expr } = read(condition.left);
  const inner = compile(condition.query);
  const [item] = inner.items;
  if (inner.kind !== 'records' || inner.items.length !== 1 || item?.kind !== 'value') {
    const message = 'The inner query of a semi-join selects exactly one field';
    throw queryError(context.text, 'MALFORMED_QUERY', condition.query.at, message);
  }
  const output = inner.select.columns[item.column] as OutputColumn;
  const { orderBy: _order, lock: _lock, ...unordered } = inner.select;
  const select: Select = {
    ...(inner.limit === undefined ? unordered : inner.select),
    columns: [{ expr: comparable(field, output.expr), alias: 'v' }],
    where: and(inner.select.where, not(isNull(output.expr))) as Expr,
  };
  const among: Expr = { kind: 'InSelect', operand: comparable(field, expr), select };
  return condition.negated === negated ? among : (or(not(among), isNull(expr)) as Expr);
}
