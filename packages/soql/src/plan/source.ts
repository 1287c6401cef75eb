import {
  type CompoundField,
  columnName,
  type FieldDef,
  fieldType,
  findCompound,
  findField,
  findNotComputed,
  findObject,
  findParentField,
  type ObjectDef,
  type Snapshot,
  tableName,
} from '@muster/metadata';
import { and, binary, call, column, type Expr, type FromItem, type Join, not } from '@muster/sql';
import type { Name } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import { hasNameParent, nameField } from './name-object.js';
import type { Visibility } from './plan.js';

export interface CompileContext {
  readonly text: string;
  readonly snapshot: Snapshot;
  readonly visibility: Visibility;
  readonly schema: string;
  readonly timeZone: string;
  readonly language: string;
  readonly locale: string;
  readonly userId: string;
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
  /** How values are written where the field's own way is not meant: as labels, or as the reader's locale has it. */
  readonly toJson?: (text: string) => string;
  /** What rows are sorted by where that is not the value. */
  readonly order?: Expr;
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
  /** One per object the lookup may point at and the reader may read. */
  readonly targets: readonly Source[];
  /** Whether the lookup may point at several objects: then paths through it are read on the object `Name`. */
  readonly isPolymorphic: boolean;
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
  if (found === undefined) throw whyNoField(context, source.object, name);
  return found;
}

function ownField(context: CompileContext, source: Source, name: string): ResolvedField | undefined {
  const { object, alias } = source;
  const field = findField(object, name);
  if (field === undefined || !context.visibility.canReadField(object, field.name)) return undefined;
  const { mask, toJson } = fieldType(field);
  const expr = column(alias, columnName(field));
  if (mask === undefined || context.visibility.seesEncrypted === true) return { object, field, expr };
  return { object, field, expr, toJson: (text) => toJson(mask(field, text)) };
}

/** Declared fields without values and wholes made of fields are said to be that, to whoever may know them. */
function whyNoField(context: CompileContext, object: ObjectDef, name: Name): Error {
  if (!context.visibility.canReadField(object, name.text)) return noSuchColumn(context, object, name);
  const declared = findNotComputed(object, name.text);
  if (declared !== undefined) {
    const message = `field '${declared.name}' has no values yet: ${declared.kind} is not computed in this version of Muster`;
    return queryError(context.text, 'INVALID_OPERATION', name.at, message);
  }
  const whole = findCompound(object, name.text);
  if (whole === undefined) return noSuchColumn(context, object, name);
  const parts = whole.parts.map((part) => part.field).join(', ');
  const message = `field '${whole.name}' can only be selected; its parts are ${parts}`;
  return queryError(context.text, 'INVALID_FIELD', name.at, message);
}

/** The address or place a path ends at, and where its parts are read from; undefined for any other path. */
export function findWhole(
  context: CompileContext,
  source: Source,
  path: readonly Name[],
): { readonly source: Source; readonly whole: CompoundField } | undefined {
  const [name, ...rest] = path as [Name, ...Name[]];
  if (rest.length > 0) {
    const parent = joinParent(context, source, name);
    return parent.isPolymorphic ? undefined : findWhole(context, parent.targets[0] as Source, rest);
  }
  const whole = findCompound(source.object, name.text);
  if (whole === undefined || !context.visibility.canReadField(source.object, whole.name)) return undefined;
  return { source, whole };
}

/** The parts of the address or place a path ends at, by their keys; undefined for any other path. */
export function resolveWhole(
  context: CompileContext,
  source: Source,
  path: readonly Name[],
): ReadonlyMap<string, ResolvedField> | undefined {
  const found = findWhole(context, source, path);
  if (found === undefined) return undefined;
  const at = path.at(-1)?.at ?? 0;
  const part = (field: string) => resolveField(context, found.source, [{ kind: 'Name', text: field, at }]);
  return new Map(found.whole.parts.map(({ key, field }) => [key, part(field)]));
}

function resolveInParent(
  context: CompileContext,
  parent: ParentSource,
  path: readonly Name[],
): ResolvedField {
  if (!parent.isPolymorphic) return resolveField(context, parent.targets[0] as Source, path);
  const [name, ...rest] = path as [Name, ...Name[]];
  return rest.length === 0
    ? resolveOnName(context, parent, name)
    : resolveInParent(context, joinParentOfName(context, parent, name), rest);
}

/** Joins a parent the first time a path goes to it. Parents the reader may not see are as absent as no parent. */
export function joinParent(context: CompileContext, source: Source, name: Name): ParentSource {
  const key = name.text.toLowerCase();
  const joined = source.parents.get(key);
  if (joined !== undefined) return joined;
  const lookup = findParentField(source.object, name.text);
  if (lookup === undefined || !canFollow(context, source.object, lookup)) {
    throw noSuchRelationship(context, name);
  }
  const targets = readableTargets(context, lookup).map((object) => {
    const target = createSource(context, object, source.joins);
    const on = and(
      binary('=', column(target.alias, 'id'), column(source.alias, columnName(lookup))),
      rowCondition(context, target),
    ) as Expr;
    source.joins.push({ kind: 'left', item: target.from, on });
    return target;
  });
  const parent = { lookup, targets, isPolymorphic: (lookup.referenceTo?.length ?? 0) > 1 };
  source.parents.set(key, parent);
  return parent;
}

function canFollow(context: CompileContext, object: ObjectDef, lookup: FieldDef | undefined): boolean {
  if (lookup === undefined || !context.visibility.canReadField(object, lookup.name)) return false;
  return readableTargets(context, lookup).length > 0;
}

function readableTargets(context: CompileContext, lookup: FieldDef): ObjectDef[] {
  return (lookup.referenceTo ?? [])
    .map((target) => findObject(context.snapshot, target))
    .filter(
      (object): object is ObjectDef => object !== undefined && context.visibility.canReadObject(object),
    );
}

/** The field of the object `Name`, which stands for every record a polymorphic lookup may point at. */
export function resolveOnName(context: CompileContext, parent: ParentSource, name: Name): ResolvedField {
  const found = nameField(name.text, parent.targets, context.visibility);
  const [first] = parent.targets;
  if (found === undefined || first === undefined) throw noSuchColumn(context, { name: 'Name' }, name);
  return { object: first.object, ...found };
}

/** `UserRole` of `Owner.UserRole.Name`: the parents of whichever of the records behind a lookup have such a one. */
export function joinParentOfName(context: CompileContext, parent: ParentSource, name: Name): ParentSource {
  const joined = hasNameParent(name.text)
    ? parent.targets
        .filter(({ object }) => canFollow(context, object, findParentField(object, name.text)))
        .map((target) => joinParent(context, target, name))
    : [];
  const [first] = joined;
  if (first === undefined) throw noSuchRelationship(context, name);
  const targets = joined.flatMap((each) => each.targets);
  return { lookup: first.lookup, targets, isPolymorphic: targets.length > 1 };
}

export function noSuchRelationship(context: CompileContext, name: Name): Error {
  return queryError(
    context.text,
    'INVALID_FIELD',
    name.at,
    `Didn't understand relationship '${name.text}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
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
