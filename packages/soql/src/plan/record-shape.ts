import { type CompoundField, findObject, type ObjectDef } from '@muster/metadata';
import { column, type Expr } from '@muster/sql';
import type { FieldsItem, Name, SelectQuery, TypeofItem } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import type { ParentItem, ParentTarget, ShapeItem } from './plan.js';
import { valueItem } from './select-parts.js';
import {
  type CompileContext,
  findWhole,
  joinParent,
  joinParentOfName,
  noSuchRelationship,
  type ParentSource,
  type ResolvedField,
  resolveField,
  resolveOnName,
  type Source,
} from './source.js';

/** Where the parts of one SELECT list go: the members of the record, and the columns they are read from. */
export interface Shape {
  readonly context: CompileContext;
  readonly add: (expr: Expr) => number;
}

/** Adds a path to the members of a record, merging what goes through the same parent. */
export function addPath(shape: Shape, source: Source, path: readonly Name[], items: ShapeItem[]): void {
  const last = path.at(-1) as Name;
  const found = findWhole(shape.context, source, path);
  if (found !== undefined) {
    addWhole(shape, parentItems(shape, source, path.slice(0, -1), items), found.source, found.whole);
    return;
  }
  const resolved = resolveField(shape.context, source, path);
  addValue(shape, parentItems(shape, source, path.slice(0, -1), items), resolved, last);
}

/** Adds an address or a place to the members, once. */
export function addWhole(
  { context, add }: Shape,
  items: ShapeItem[],
  source: Source,
  { name: key, parts }: CompoundField,
): void {
  if (items.some((known) => known.kind === 'whole' && known.key === key)) return;
  const values = parts.map((part) => {
    const name: Name = { kind: 'Name', text: part.field, at: 0 };
    return valueItem(resolveField(context, source, [name]), add, part.key);
  });
  items.push({ kind: 'whole', key, parts: values });
}

/** Adds a value to the members; a field named twice is written once, two values under one name are refused. */
export function addValue(
  { context, add }: Shape,
  items: ShapeItem[],
  resolved: ResolvedField,
  at: Name,
  key = resolved.field.name,
): void {
  const item = valueItem(resolved, add, key);
  const known = items.find((other) => other.key.toLowerCase() === key.toLowerCase());
  if (known === undefined) {
    items.push(item);
    return;
  }
  const isSame = known.kind === 'value' && known.column === item.column && known.toJson === item.toJson;
  if (!isSame) throw queryError(context.text, 'MALFORMED_QUERY', at.at, `duplicate alias: ${key}`);
}

/** The members of the record a path of relationships leads to, made where they are not there yet. */
export function parentItems(
  shape: Shape,
  source: Source,
  path: readonly Name[],
  items: ShapeItem[],
): ShapeItem[] {
  const [name, ...rest] = path;
  if (name === undefined) return items;
  const parent = joinParent(shape.context, source, name);
  return itemsBehind(shape, parent, name, rest, items);
}

function itemsBehind(
  shape: Shape,
  parent: ParentSource,
  name: Name,
  rest: readonly Name[],
  items: ShapeItem[],
): ShapeItem[] {
  const nested = membersOf(shape, parent, name, items);
  const [next, ...more] = rest;
  if (next === undefined) return nested;
  return parent.isPolymorphic
    ? itemsBehind(shape, joinParentOfName(shape.context, parent, next), next, more, nested)
    : parentItems(shape, parent.targets[0] as Source, rest, nested);
}

/** All targets of one parent share their members, unless TYPEOF says otherwise. */
function membersOf(shape: Shape, parent: ParentSource, name: Name, items: ShapeItem[]): ShapeItem[] {
  const key = parent.lookup.relationshipName as string;
  const known = items.find((item) => item.key === key);
  if (known?.kind === 'parent') {
    if (known.isTypeof) throw typeofClash(shape.context, name);
    return known.targets[0]?.items as ShapeItem[];
  }
  const members: ShapeItem[] = [];
  const targets = parent.targets.map((target) =>
    targetOf(shape, target, members, parent.isPolymorphic ? 'Name' : target.object.name),
  );
  items.push({ kind: 'parent', key, targets, isTypeof: false });
  return members;
}

function targetOf({ add }: Shape, { object, alias }: Source, items: ShapeItem[], type: string): ParentTarget {
  return { object: object.name, type, idColumn: add(column(alias, 'id')), items };
}

/**
 * Adds what TYPEOF asks of a polymorphic parent: the fields of the branch for the record's object, else those of ELSE
 * read on `Name`, else nothing.
 */
export function addTypeof(
  shape: Shape,
  source: Source,
  path: readonly Name[],
  item: TypeofItem,
  items: ShapeItem[],
) {
  const { context } = shape;
  const name = path.at(-1) as Name;
  const holder = path.slice(0, -1).reduce((from, step) => {
    const parent = joinParent(context, from, step);
    if (parent.isPolymorphic) throw noSuchRelationship(context, name);
    return parent.targets[0] as Source;
  }, source);
  const members = parentItems(shape, source, path.slice(0, -1), items);
  const parent = joinParent(context, holder, name);
  if (!parent.isPolymorphic) {
    const message = `TYPEOF is only for relationships to several objects, and '${name.text}' leads to one`;
    throw queryError(context.text, 'MALFORMED_QUERY', name.at, message);
  }
  const key = parent.lookup.relationshipName as string;
  if (members.some((known) => known.key === key)) throw typeofClash(context, name);
  members.push({
    kind: 'parent',
    key,
    targets: typeofTargets(shape, parent, item),
    isTypeof: true,
  } satisfies ParentItem);
}

function typeofTargets(shape: Shape, parent: ParentSource, item: TypeofItem): ParentTarget[] {
  const { context } = shape;
  const targets = item.branches.map(({ type, fields }) => {
    const target = branchTarget(context, parent, type);
    const members: ShapeItem[] = [];
    for (const field of fields) addPath(shape, target, field.names, members);
    return targetOf(shape, target, members, target.object.name);
  });
  if (item.otherwise === null) return targets;
  const others = parent.targets.filter(
    ({ object }) => !targets.some((known) => known.object === object.name),
  );
  const members: ShapeItem[] = [];
  for (const { names } of item.otherwise) addOnName(shape, parent, names, members);
  return [...targets, ...others.map((target) => targetOf(shape, target, members, 'Name'))];
}

function branchTarget(context: CompileContext, parent: ParentSource, type: Name): Source {
  const object = findObject(context.snapshot, type.text);
  const target = parent.targets.find((candidate) => candidate.object === object);
  if (target !== undefined) return target;
  const message = `sObject type '${type.text}' is not one that '${parent.lookup.relationshipName}' may refer to.`;
  throw queryError(context.text, 'INVALID_TYPE', type.at, message);
}

function addOnName(shape: Shape, parent: ParentSource, path: readonly Name[], items: ShapeItem[]): void {
  const [name, ...rest] = path as [Name, ...Name[]];
  if (rest.length === 0) {
    addValue(shape, items, resolveOnName(shape.context, parent, name), name);
    return;
  }
  const next = joinParentOfName(shape.context, parent, name);
  const nested = membersOf(shape, next, name, items);
  if (next.isPolymorphic) addOnName(shape, next, rest, nested);
  else addPath(shape, next.targets[0] as Source, rest, nested);
}

function typeofClash(context: CompileContext, name: Name): Error {
  const message = `'${name.text}' is named by TYPEOF and can not be selected from besides`;
  return queryError(context.text, 'MALFORMED_QUERY', name.at, message);
}

/**
 * The names of the fields FIELDS() stands for, of those the reader may see.
 * @throws MusterError MALFORMED_QUERY for a group that may grow without bound in a query without LIMIT 200.
 */
export function fieldGroup(
  context: CompileContext,
  object: ObjectDef,
  item: FieldsItem,
  query: SelectQuery,
): string[] {
  const limit = query.limit ? Number(query.limit.text) : Number.POSITIVE_INFINITY;
  if (item.group !== 'STANDARD' && limit > 200) {
    const message = 'The SOQL FIELDS function must have a LIMIT of at most 200';
    throw queryError(context.text, 'MALFORMED_QUERY', item.at, message);
  }
  return [...object.fields, ...(object.compounds ?? [])]
    .filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
    .filter((field) => context.visibility.canReadField(object, field.name))
    .map((field) => field.name);
}
