import { type FieldDef, fieldType } from '@muster/metadata';
import { type Expr, type OrderItem, param, type Select } from '@muster/sql';
import type { Path, SelectQuery, OrderItem as SoqlOrder } from '../language/ast.js';
import type { ValueItem } from './plan.js';
import type { CompileContext, ResolvedField, Source } from './source.js';

/** What the compilers of rows and of groups share about one SELECT. */
export interface SelectParts {
  readonly context: CompileContext;
  readonly query: SelectQuery;
  readonly source: Source;
  readonly where: Expr | undefined;
  readonly resolve: (path: Path) => ResolvedField;
}

/** A field of the answer, read from a new column of the select list. */
export function valueItem(
  field: FieldDef,
  expr: Expr,
  add: (expr: Expr) => number,
  key = field.name,
): ValueItem {
  const { toJson, isContent = false } = fieldType(field);
  return { kind: 'value', key, column: add(expr), toJson, isContent };
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
