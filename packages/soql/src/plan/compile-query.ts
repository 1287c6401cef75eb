import { findObject, type ObjectDef, type Snapshot } from '@muster/metadata';
import { and, type Expr, type OrderItem } from '@muster/sql';
import type { Name, Operand, Path, SelectQuery } from '../language/ast.js';
import { parseSoql } from '../language/parse-soql.js';
import { queryError } from '../language/query-error.js';
import { compileAggregate, isAggregateQuery } from './compile-aggregate.js';
import { compileCondition, type OperandReader } from './compile-condition.js';
import { compileRecords } from './compile-records.js';
import { readFromNames } from './from-names.js';
import { readFunction } from './functions/read-function.js';
import type { QueryPlan, Visibility } from './plan.js';
import { refuseForClauses, refuseUnsupported } from './refuse-unsupported.js';
import { scopeCondition } from './scope.js';
import type { SelectParts, SelectTarget } from './select-parts.js';
import { compileSemiJoin } from './semi-join.js';
import {
  type CompileContext,
  createSource,
  type ResolvedField,
  resolveField,
  resolveWhole,
  rowCondition,
} from './source.js';

export interface CompileRequest {
  readonly snapshot: Snapshot;
  readonly visibility: Visibility;
  /** Schema of the org's tables. */
  readonly schema: string;
  /** IANA zone in which date literals are days, and `convertTimezone` reads date-times. */
  readonly timeZone: string;
  /** What `toLabel` answers in. */
  readonly language: string;
  /** BCP 47 tag of what `FORMAT` writes by. */
  readonly locale: string;
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
  const query = parseSoql(text);
  const includeDeleted = request.includeDeleted || query.allRows;
  return compileParsed(text, query, { ...request, includeDeleted });
}

/** What a row must meet besides the query's own conditions, and what goes before the query's own order. */
export interface Extras {
  where(object: ObjectDef, alias: string): Expr;
  order(object: ObjectDef, alias: string): Expr;
}

/** Compiles a query that was read before, from somewhere in `text`. */
export function compileParsed(
  text: string,
  query: SelectQuery,
  request: CompileRequest,
  extras?: Extras,
): QueryPlan {
  let aliases = 0;
  let isTimeless = true;
  const context: CompileContext = {
    ...request,
    text,
    nextAlias: () => {
      aliases += 1;
      return `t${aliases}`;
    },
    usesClock: () => {
      isTimeless = false;
    },
  };
  const object = queriedObject(context, query);
  const plan = compileSelect(context, query, { object });
  return { ...(extras ? withExtras(plan, object, extras) : plan), isTimeless };
}

/** Rights stay in front: what is added can only take rows away. */
function withExtras(plan: QueryPlan, object: ObjectDef, extras: Extras): QueryPlan {
  const { where, orderBy = [], ...select } = plan.select;
  const added = extras.where(object, plan.alias);
  const first: OrderItem = { expr: extras.order(object, plan.alias), direction: 'asc', nulls: 'last' };
  return {
    ...plan,
    select: {
      ...select,
      where: and(where, added) as Expr,
      orderBy: plan.ordered ? orderBy : [first, ...orderBy],
    },
  };
}

/** The object named in FROM. @throws MusterError INVALID_TYPE when there is none the reader may see. */
function queriedObject(context: CompileContext, query: SelectQuery): ObjectDef {
  const [item] = query.from;
  if (item === undefined) throw new Error('A parsed query has a FROM item');
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

/** Compiles one SELECT with the names, rights and rows of its own. */
function compileSelect(context: CompileContext, query: SelectQuery, target: SelectTarget): QueryPlan {
  refuseUnsupported(context, query);
  const source = createSource(context, target.object);
  const names = readFromNames(context, query, target.object, source);
  const resolve = (path: Path) => resolveField(context, source, names(path));
  const readWhole = (path: Path) => resolveWhole(context, source, names(path));
  const rows = rowReader(context, resolve, readWhole);
  const where = and(
    rowCondition(context, source),
    query.scope ? scopeCondition(context, query.scope, source) : undefined,
    query.where ? compileCondition(context, rows, query.where) : undefined,
  );
  const compile: SelectParts['compile'] = (inner, of) => compileSelect(context, inner, of);
  const parts: SelectParts = { context, query, source, where, names, resolve, readWhole, compile };
  const isGrouped = isAggregateQuery(query);
  refuseForClauses(context, query, { isGrouped, isChild: target.childOf !== undefined });
  if (!isGrouped) return compileRecords(parts, target.childOf);
  if (target.childOf) {
    const message = 'Only root queries support aggregate expressions';
    throw queryError(context.text, 'MALFORMED_QUERY', query.at, message);
  }
  return compileAggregate(parts);
}

/** Reads what WHERE compares: fields and functions of single records. */
function rowReader(
  context: CompileContext,
  resolve: SelectParts['resolve'],
  readWhole: SelectParts['readWhole'],
): OperandReader {
  const read = (operand: Operand): ResolvedField =>
    operand.kind === 'Path'
      ? resolve(operand)
      : readFunction({ context, place: 'WHERE', isGrouped: false, read, readWhole }, operand);
  return {
    read,
    semiJoin(condition, negated) {
      const compile = (query: SelectQuery) =>
        compileSelect(context, query, { object: queriedObject(context, query) });
      return compileSemiJoin({ context, read, compile }, condition, negated);
    },
  };
}
