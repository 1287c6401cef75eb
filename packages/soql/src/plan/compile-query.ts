import { assertNever } from '@muster/kernel';
import {
  type ChildRelationship,
  columnName,
  type FieldDef,
  fieldType,
  findChildRelationship,
  findField,
  findObject,
  type ObjectDef,
  type Snapshot,
} from '@muster/metadata';
import {
  and,
  binary,
  column,
  type Expr,
  isNull,
  not,
  type OrderItem,
  type OutputColumn,
  or,
  param,
  type Select,
} from '@muster/sql';
import type {
  Name,
  Operand,
  Path,
  SelectQuery,
  SemiJoin,
  OrderItem as SoqlOrder,
  SubqueryItem,
} from '../language/ast.js';
import { parseSoql } from '../language/parse-soql.js';
import { queryError } from '../language/query-error.js';
import { compileAggregate, isAggregateQuery } from './compile-aggregate.js';
import { compileCondition, type OperandReader } from './compile-condition.js';
import type { ChildPlan, QueryPlan, ShapeItem, Visibility } from './plan.js';
import { addPath, fieldGroup } from './record-shape.js';
import { refuseUnsupported } from './refuse-unsupported.js';
import { limits, orderDirection, type SelectParts } from './select-parts.js';
import {
  type CompileContext,
  comparable,
  createSource,
  type ResolvedField,
  resolveField,
  rowCondition,
  type Source,
  withoutAlias,
} from './source.js';
import { unsupported } from './unsupported.js';

export interface CompileRequest {
  readonly snapshot: Snapshot;
  readonly visibility: Visibility;
  /** Schema of the org's tables. */
  readonly schema: string;
  readonly timeZone: string;
  /** Milliseconds; what date literals count from. */
  readonly now: number;
  readonly includeDeleted: boolean;
  /** The user `USING SCOPE mine` means. */
  readonly userId: string;
}

/**
 * Compiles SOQL to a plan. Pure and synchronous: everything it knows of the org and the reader is in the request.
 * @throws MusterError MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR, or
 * INVALID_OPERATION for parts of the language this version does not compute.
 */
export function compileQuery(text: string, request: CompileRequest): QueryPlan {
  let aliases = 0;
  let isTimeless = true;
  const query = parseSoql(text);
  const context: CompileContext = {
    ...request,
    text,
    includeDeleted: request.includeDeleted || query.allRows,
    nextAlias: () => {
      aliases += 1;
      return `t${aliases}`;
    },
    usesClock: () => {
      isTimeless = false;
    },
  };
  const plan = compileSelect(context, query, queriedObject(context, query), request.userId);
  return { ...plan, isTimeless };
}

/** The object named in FROM. @throws MusterError INVALID_TYPE when there is none the reader may see. */
function queriedObject(context: CompileContext, query: SelectQuery): ObjectDef {
  const [item, ...more] = query.from;
  if (item === undefined) throw new Error('A parsed query has a FROM item');
  if (more[0] !== undefined) throw unsupported(context.text, more[0].at, 'A relationship alias in FROM');
  const name = item.path.names[0] as Name;
  const object = findObject(context.snapshot, name.text);
  if (object === undefined || item.path.names.length > 1 || !context.visibility.canReadObject(object)) {
    throw queryError(
      context.text,
      'INVALID_TYPE',
      name.at,
      `sObject type '${name.text}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  return object;
}

function compileSelect(
  context: CompileContext,
  query: SelectQuery,
  object: ObjectDef,
  userId: string,
  child?: FieldDef,
): QueryPlan {
  refuseUnsupported(context, query);
  const source = createSource(context, object);
  const names = aliasNames(query, object);
  const resolve = (path: Path) => resolveField(context, source, withoutAlias(path, names));
  const reader = fieldReader(context, resolve, userId);
  const where = and(
    rowCondition(context, source),
    scopeCondition(context, query, source, userId),
    query.where ? compileCondition(context, reader, query.where) : undefined,
  );
  const base = { context, query, source, where, resolve };
  if (isAggregateQuery(query)) {
    if (child)
      throw queryError(
        context.text,
        'MALFORMED_QUERY',
        query.at,
        'Only root queries support aggregate expressions',
      );
    return compileAggregate(base, reader);
  }
  return compileRecords(base, userId, child);
}

/** Whether two outputs are one column of one table, which is then read once. */
function isSameColumn(a: Expr, b: Expr): boolean {
  return a.kind === 'Column' && b.kind === 'Column' && a.table === b.table && a.name === b.name;
}

function compileRecords(parts: SelectParts, userId: string, child: FieldDef | undefined): QueryPlan {
  const { context, query, source, where, resolve } = parts;
  const columns: OutputColumn[] = [];
  const add = (expr: Expr): number => {
    const known = columns.findIndex((each) => isSameColumn(each.expr, expr));
    return known >= 0 ? known : columns.push({ expr, alias: `c${columns.length}` }) - 1;
  };
  const idColumn = add(column(source.alias, 'id'));
  const parentIdColumn = child ? add(column(source.alias, columnName(child))) : -1;
  const items: ShapeItem[] = [];
  const children: ChildPlan[] = [];
  const names = aliasNames(query, source.object);
  for (const item of query.select) {
    switch (item.kind) {
      case 'FieldItem':
        if (item.value.kind === 'FunctionCall')
          throw unsupported(context.text, item.at, `${item.value.name.text}() in SELECT`);
        if (item.alias)
          throw queryError(
            context.text,
            'MALFORMED_QUERY',
            item.alias.at,
            'only aggregate expressions use field aliasing',
          );
        addPath(context, source, withoutAlias(item.value, names), items, add);
        break;
      case 'FieldsItem':
        for (const name of fieldGroup(context, source.object, item, query))
          addPath(context, source, [name], items, add);
        break;
      case 'SubqueryItem':
        items.push({ kind: 'child', key: childName(item), child: children.length });
        children.push(compileChild(context, source.object, item, userId));
        break;
      case 'TypeofItem':
        throw unsupported(context.text, item.at, 'TYPEOF');
      default:
        assertNever(item);
    }
  }
  const orderBy = query.orderBy.map((item) => orderItem(context, item, resolve));
  const byId: OrderItem = { expr: column(source.alias, 'id'), direction: 'asc', nulls: 'last' };
  const select: Select = {
    kind: 'Select',
    columns,
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
    idColumn: child ? parentIdColumn - 1 : idColumn,
    ordered: query.orderBy.length > 0,
    limit: query.limit ? Number(query.limit.text) : undefined,
    isTimeless: true,
    alias: source.alias,
  };
}

function compileChild(
  context: CompileContext,
  parent: ObjectDef,
  item: SubqueryItem,
  userId: string,
): ChildPlan {
  const name = childPathName(item);
  const relationship = findChildRelationship(context.snapshot, parent, name.text);
  if (relationship === undefined || !mayFollow(context, relationship)) {
    throw queryError(
      context.text,
      'INVALID_TYPE',
      name.at,
      `Didn't understand relationship '${name.text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  const plan = compileSelect(context, item.query, relationship.object, userId, relationship.field);
  return {
    relationship: relationship.name,
    plan,
    parentId: column(plan.alias, columnName(relationship.field)),
    parentIdColumn: (plan.idColumn as number) + 1,
    offset: item.query.offset ? Number(item.query.offset.text) : 0,
  };
}

/** Child lists hang on a lookup of the child: without a right to it they are as absent as those that do not exist. */
function mayFollow({ visibility }: CompileContext, { object, field }: ChildRelationship): boolean {
  return visibility.canReadObject(object) && visibility.canReadField(object, field.name);
}

function childPathName(item: SubqueryItem): Name {
  const names = item.query.from[0]?.path.names ?? [];
  return names[names.length - 1] as Name;
}

function childName(item: SubqueryItem): string {
  return childPathName(item).text;
}

function fieldReader(
  context: CompileContext,
  resolve: (path: Path) => ResolvedField,
  userId: string,
): OperandReader {
  return {
    read(operand: Operand) {
      if (operand.kind === 'FunctionCall')
        throw unsupported(context.text, operand.at, `${operand.name.text}() in WHERE`);
      const { field, expr } = resolve(operand);
      return { field, expr, label: operand.names.map((name) => name.text).join('.') };
    },
    semiJoin: (condition, negated) => compileSemiJoin({ context, resolve, userId }, condition, negated),
  };
}

interface SemiJoinParts {
  readonly context: CompileContext;
  readonly resolve: (path: Path) => ResolvedField;
  readonly userId: string;
}

/**
 * `Id IN (SELECT AccountId FROM Contact)`. An empty AccountId of the inner query is no value of the list; an empty
 * field on the left is in no list, so it is among those that are not in it.
 */
function compileSemiJoin(
  { context, resolve, userId }: SemiJoinParts,
  condition: SemiJoin,
  negated: boolean,
): Expr {
  if (condition.left.kind === 'FunctionCall')
    throw unsupported(context.text, condition.at, 'A function before IN');
  const { field, expr } = resolve(condition.left);
  const object = queriedObject(context, condition.query);
  const inner = compileSelect(context, condition.query, object, userId);
  const [item] = inner.items;
  if (inner.kind !== 'records' || inner.items.length !== 1 || item?.kind !== 'value') {
    throw queryError(
      context.text,
      'MALFORMED_QUERY',
      condition.query.at,
      'The inner query of a semi-join selects exactly one field',
    );
  }
  const output = inner.select.columns[item.column] as OutputColumn;
  const { orderBy: _order, ...unordered } = inner.select;
  const select: Select = {
    ...(inner.limit === undefined ? unordered : inner.select),
    columns: [{ expr: comparable(field, output.expr), alias: 'v' }],
    where: and(inner.select.where, not(isNull(output.expr))) as Expr,
  };
  const among: Expr = { kind: 'InSelect', operand: comparable(field, expr), select };
  return condition.negated === negated ? among : (or(not(among), isNull(expr)) as Expr);
}

function scopeCondition(
  context: CompileContext,
  query: SelectQuery,
  source: Source,
  userId: string,
): Expr | undefined {
  if (query.scope === null || query.scope.text.toLowerCase() === 'everything') return undefined;
  const mayReadOwner =
    findField(source.object, 'OwnerId') !== undefined &&
    context.visibility.canReadField(source.object, 'OwnerId');
  if (query.scope.text.toLowerCase() !== 'mine' || !mayReadOwner) {
    throw unsupported(context.text, query.scope.at, `USING SCOPE ${query.scope.text}`);
  }
  return binary('=', column(source.alias, 'ownerid'), param(userId, 'text'));
}

function orderItem(
  context: CompileContext,
  item: SoqlOrder,
  resolve: (path: Path) => ResolvedField,
): OrderItem {
  if (item.value.kind === 'FunctionCall')
    throw unsupported(context.text, item.at, `${item.value.name.text}() in ORDER BY`);
  const { field, expr } = resolve(item.value);
  if (!fieldType(field).sortable) {
    throw queryError(
      context.text,
      'INVALID_FIELD',
      item.at,
      `field '${field.name}' can not be sorted in a query call`,
    );
  }
  return { expr: comparable(field, expr), ...orderDirection(item) };
}

function aliasNames(query: SelectQuery, object: ObjectDef): string[] {
  const alias = query.from[0]?.alias?.text.toLowerCase();
  const own = object.name.toLowerCase();
  return findField(object, own) === undefined && alias === undefined ? [own] : alias ? [alias, own] : [own];
}
