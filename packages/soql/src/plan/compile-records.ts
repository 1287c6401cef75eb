import { assertNever } from '@muster/kernel';
import { columnName, type FieldDef, fieldType } from '@muster/metadata';
import { column, type Expr, type OrderItem, type OutputColumn, type Select } from '@muster/sql';
import type {
  FieldItem,
  FieldsItem,
  FunctionCall,
  Name,
  Operand,
  OrderItem as SoqlOrder,
} from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import { childName, compileChild } from './compile-child.js';
import type { Place } from './functions/function-context.js';
import { readFunction } from './functions/read-function.js';
import type { ChildPlan, QueryPlan, ShapeItem } from './plan.js';
import { addPath, addTypeof, addValue, fieldGroup, parentItems, type Shape } from './record-shape.js';
import { limits, orderDirection, type SelectParts, sortExpr } from './select-parts.js';
import type { CompileContext, ResolvedField } from './source.js';

/** Functions that give a field in another form: without an alias the value stands under the field's own name. */
const KEEPS_NAME = new Set(['TOLABEL', 'FORMAT', 'CONVERTCURRENCY']);

/** A query whose rows are records. */
export function compileRecords(
  parts: SelectParts,
  childOf: { readonly lookup: FieldDef; readonly depth: number } | undefined,
): QueryPlan {
  const { context, query, source, where } = parts;
  const columns = createColumns();
  const idColumn = columns.add(column(source.alias, 'id'));
  if (childOf) columns.add(column(source.alias, columnName(childOf.lookup)));
  const { items, children } = compileItems(parts, { context, add: columns.add }, childOf?.depth ?? 1);
  const orderBy = query.orderBy.map((item) => orderItem(parts, item));
  const byId: OrderItem = { expr: column(source.alias, 'id'), direction: 'asc', nulls: 'last' };
  const select: Select = {
    kind: 'Select',
    columns: columns.list,
    from: source.from,
    joins: source.joins,
    ...(where ? { where } : {}),
    orderBy: [...orderBy, byId],
    ...limits(query),
    ...(query.forClauses.includes('UPDATE') ? { lock: 'update' as const } : {}),
  };
  return {
    object: source.object,
    kind: 'records',
    select,
    items,
    children,
    idColumn,
    ordered: query.orderBy.length > 0,
    limit: query.limit ? Number(query.limit.text) : undefined,
    isTimeless: true,
    marksViewed: query.forClauses.some((clause) => clause !== 'UPDATE'),
    alias: source.alias,
  };
}

/** The columns of a SELECT; what is asked for twice is read once. */
function createColumns() {
  const list: OutputColumn[] = [];
  const known = new Map<string, number>();
  const add = (expr: Expr): number => {
    const text = JSON.stringify(expr);
    const index = known.get(text) ?? list.push({ expr, alias: `c${list.length}` }) - 1;
    known.set(text, index);
    return index;
  };
  return { list, add };
}

function compileItems(parts: SelectParts, shape: Shape, depth: number) {
  const { context, query, source, names } = parts;
  const items: ShapeItem[] = [];
  const children: ChildPlan[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    switch (item.kind) {
      case 'FieldItem':
        if (item.value.kind === 'FunctionCall') {
          if (addFunction(parts, shape, item, item.value, items, `expr${unnamed}`)) unnamed += 1;
          break;
        }
        refuseAlias(context, item);
        addPath(shape, source, names(item.value), items);
        break;
      case 'FieldsItem':
        addFields(parts, shape, item, items);
        break;
      case 'SubqueryItem':
        items.push({ kind: 'child', key: childName(item), child: children.length });
        children.push(compileChild(parts, item, depth));
        break;
      case 'TypeofItem':
        addTypeof(shape, source, names(item.on), item, items);
        break;
      default:
        assertNever(item);
    }
  }
  return { items, children };
}

/** Adds what a function gives under its alias, its field's name or `name`; true when it took that. */
function addFunction(
  parts: SelectParts,
  shape: Shape,
  item: FieldItem,
  call: FunctionCall,
  items: ShapeItem[],
  name: string,
): boolean {
  const resolved = readRow(parts, call, 'SELECT');
  if (item.alias) {
    addValue(shape, items, resolved, item.alias, item.alias.text);
    return false;
  }
  const path = pathInside(parts, call);
  if (path === undefined || !KEEPS_NAME.has(call.name.text.toUpperCase())) {
    addValue(shape, items, resolved, call.name, name);
    return true;
  }
  const holder = parentItems(shape, parts.source, path.slice(0, -1), items);
  addValue(shape, holder, resolved, path.at(-1) as Name);
  return false;
}

function pathInside({ names }: SelectParts, call: FunctionCall): readonly Name[] | undefined {
  const [argument] = call.arguments;
  return argument?.kind === 'Path' ? names(argument) : undefined;
}

function readRow(parts: SelectParts, operand: Operand, place: Place): ResolvedField {
  const { context, resolve, readWhole } = parts;
  if (operand.kind === 'Path') return resolve(operand);
  const read = (inner: Operand) => readRow(parts, inner, place);
  return readFunction({ context, place, isGrouped: false, read, readWhole }, operand);
}

function refuseAlias(context: CompileContext, { alias }: FieldItem): void {
  if (alias === null) return;
  const message = 'only aggregate expressions use field aliasing';
  throw queryError(context.text, 'MALFORMED_QUERY', alias.at, message);
}

function addFields(parts: SelectParts, shape: Shape, item: FieldsItem, items: ShapeItem[]): void {
  const { context, query, source } = parts;
  for (const text of fieldGroup(context, source.object, item, query)) {
    if (items.some((known) => known.key === text)) {
      const message = `duplicate field selected: ${text}`;
      throw queryError(context.text, 'INVALID_FIELD', item.at, message);
    }
    addPath(shape, source, [{ kind: 'Name', text, at: item.at }], items);
  }
}

function orderItem(parts: SelectParts, item: SoqlOrder): OrderItem {
  const resolved = readRow(parts, item.value, 'ORDER BY');
  if (!fieldType(resolved.field).sortable) {
    const message = `field '${resolved.field.name}' can not be sorted in a query call`;
    throw queryError(parts.context.text, 'INVALID_FIELD', item.at, message);
  }
  return { expr: sortExpr(resolved), ...orderDirection(item) };
}
