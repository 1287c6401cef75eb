import { type FieldDef, fieldType, type ObjectDef } from '@muster/metadata';
import { call, type Expr, type OrderItem, param, type Select } from '@muster/sql';
import type { Path, SelectQuery, OrderItem as SoqlOrder } from '../language/ast.js';
import type { PathReader } from './from-names.js';
import type { QueryPlan, ValueItem } from './plan.js';
import { type CompileContext, comparable, type ResolvedField, type Source } from './source.js';

/** What the compilers of rows and of groups share about one SELECT. */
export interface SelectParts {
  readonly context: CompileContext;
  readonly query: SelectQuery;
  readonly source: Source;
  readonly where: Expr | undefined;
  /** The names of a path counted from the object. */
  readonly names: PathReader;
  readonly resolve: (path: Path) => ResolvedField;
  /** The parts of a place or an address by their keys; undefined for any other path. */
  readonly readWhole: (path: Path) => ReadonlyMap<string, ResolvedField> | undefined;
  /** Compiles a SELECT inside this one. */
  readonly compile: (query: SelectQuery, target: SelectTarget) => QueryPlan;
}

/** What a SELECT is of: an object, and for a child list the lookup it hangs on and how deep it stands. */
export interface SelectTarget {
  readonly object: ObjectDef;
  readonly childOf?: { readonly lookup: FieldDef; readonly depth: number };
}

/** A field of the answer, read from a column of the select list. */
export function valueItem(
  { field, expr, toJson }: ResolvedField,
  add: (expr: Expr) => number,
  key = field.name,
): ValueItem {
  const type = fieldType(field);
  return {
    kind: 'value',
    key,
    column: add(expr),
    toJson: toJson ?? type.toJson,
    isContent: type.isContent ?? false,
  };
}

/** Text sorts without case; values of a picklist in the order of its list, those it does not hold last. */
export function sortExpr({ field, expr, order }: ResolvedField): Expr {
  if (order !== undefined) return order;
  const { hasPicklist, storage, sortable } = fieldType(field);
  const values = field.picklist?.values ?? [];
  if (!hasPicklist || !sortable || storage !== 'text' || values.length === 0) return comparable(field, expr);
  const list = param(
    values.map(({ value }) => value),
    'text[]',
  );
  return call('position_in', expr, list);
}

/** Empty values come first in both directions unless NULLS LAST is written. */
export function orderDirection(item: SoqlOrder): Pick<OrderItem, 'direction' | 'nulls'> {
  return {
    direction: item.direction === 'DESC' ? 'desc' : 'asc',
    nulls: item.nulls === 'LAST' ? 'last' : 'first',
  };
}

export function limits(query: SelectQuery): Pick<Select, 'limit' | 'offset'> {
  return {
    ...(query.limit ? { limit: param(query.limit.text, 'bigint') } : {}),
    ...(query.offset ? { offset: param(query.offset.text, 'bigint') } : {}),
  };
}
