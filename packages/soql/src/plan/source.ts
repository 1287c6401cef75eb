import {
  columnName,
  type FieldDef,
  fieldType,
  findField,
  findObject,
  findParentField,
  type ObjectDef,
  type Snapshot,
  tableName,
} from '@muster/metadata';
import { and, binary, call, column, type Expr, type FromItem, type Join, not } from '@muster/sql';
import type { Name, Path } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import type { Visibility } from './plan.js';

export interface CompileContext {
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly visibility: Visibility;
  readonly schema: string;
  readonly timeZone: string;
  readonly now: number;
  readonly includeDeleted: boolean;
  /** Hands out table aliases that occur once in the whole statement. */
  readonly nextAlias: () => string;
  readonly usesClock: () => void;
}

/** A field found by a path, and the expression that reads it. */
export interface ResolvedField {
  readonly object: ObjectDef;
  readonly field: FieldDef;
  readonly expr: Expr;
}

/** The tables one SELECT reads: its root and the parents its paths walk to, each joined once. */
export interface Source {
  readonly object: ObjectDef;
  readonly alias: string;
  readonly from: FromItem;
  readonly joins: Join[];
  /** Joined parents by relationship name, in lower case. */
  readonly parents: Map<string, ParentSource>;
}

export interface ParentSource {
  readonly lookup: FieldDef;
  /** One per object the lookup may point at. */
  readonly targets: readonly Source[];
}

/** The source of an object's rows; joins go into the list of the SELECT's root. */
export function createSource(context: CompileContext, object: ObjectDef, joins: Join[] = []): Source {
  const alias = context.nextAlias();
  const from: FromItem = { kind: 'Table', schema: context.schema, name: tableName(object), alias };
  return { object, alias, from, joins, parents: new Map() };
}

/** Not in the recycle bin, and within what the reader may see. */
export function rowCondition(context: CompileContext, source: Source): Expr | undefined {
  const scope = context.visibility.scope(source.object, source.alias);
  return context.includeDeleted ? scope : and(not(column(source.alias, 'isdeleted')), scope);
}

/** @throws MusterError INVALID_FIELD at the name that leads nowhere, whether it is absent or hidden. */
export function resolveField(context: CompileContext, source: Source, path: readonly Name[]): ResolvedField {
  const [name, ...rest] = path as [Name, ...Name[]];
  if (rest.length > 0) return resolveInParent(context, joinParent(context, source, name), rest);
  const found = ownField(context, source, name.text);
  if (found === undefined) throw noSuchColumn(context, source.object, name);
  return found;
}

function ownField(context: CompileContext, source: Source, name: string): ResolvedField | undefined {
  const field = findField(source.object, name);
  if (field === undefined || !context.visibility.canReadField(source.object, field.name)) return undefined;
  return { object: source.object, field, expr: column(source.alias, columnName(field)) };
}

/** For a polymorphic lookup the field of whichever target has it; rows of other targets give null. */
function resolveInParent(
  context: CompileContext,
  parent: ParentSource,
  path: readonly Name[],
): ResolvedField {
  if (parent.targets.length === 1) return resolveField(context, parent.targets[0] as Source, path);
  const found = parent.targets.flatMap((target) => {
    if (path.length > 1) {
      const lookup = findParentField(target.object, (path[0] as Name).text);
      return lookup ? [resolveField(context, target, path)] : [];
    }
    return ownField(context, target, (path[0] as Name).text) ?? [];
  });
  const [first] = found;
  if (first === undefined) throw noSuchColumn(context, { name: 'Name' }, path[0] as Name);
  return { ...first, expr: found.length === 1 ? first.expr : call('coalesce', ...found.map((f) => f.expr)) };
}

/** Joins a parent the first time a path goes to it. Parents the reader may not see are as absent as no parent. */
export function joinParent(context: CompileContext, source: Source, name: Name): ParentSource {
  const key = name.text.toLowerCase();
  const joined = source.parents.get(key);
  if (joined !== undefined) return joined;
  const lookup = findParentField(source.object, name.text);
  const objects = (lookup?.referenceTo ?? [])
    .map((target) => findObject(context.snapshot, target))
    .filter(
      (object): object is ObjectDef => object !== undefined && context.visibility.canReadObject(object),
    );
  if (
    lookup === undefined ||
    objects.length === 0 ||
    !context.visibility.canReadField(source.object, lookup.name)
  ) {
    throw queryError(
      context.text,
      'INVALID_FIELD',
      name.at,
      `Didn't understand relationship '${name.text}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  const targets = objects.map((object) => {
    const target = createSource(context, object, source.joins);
    const on = and(
      binary('=', column(target.alias, 'id'), column(source.alias, columnName(lookup))),
      rowCondition(context, target),
    ) as Expr;
    source.joins.push({ kind: 'left', item: target.from, on });
    return target;
  });
  const parent = { lookup, targets };
  source.parents.set(key, parent);
  return parent;
}

/** Names of a path without the alias of the FROM object that may stand before them. */
export function withoutAlias(path: Path, objectNames: readonly string[]): readonly Name[] {
  const [first] = path.names;
  const isAlias =
    first !== undefined && path.names.length > 1 && objectNames.includes(first.text.toLowerCase());
  return isAlias ? path.names.slice(1) : path.names;
}

export function noSuchColumn(context: CompileContext, object: { readonly name: string }, name: Name): Error {
  return queryError(
    context.text,
    'INVALID_FIELD',
    name.at,
    `No such column '${name.text}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

/** What text compares as: folded where people typed it, as stored for ids and the like. */
export function comparable(field: FieldDef, expr: Expr): Expr {
  return fieldType(field).foldsCase ? call('fold', expr) : expr;
}
