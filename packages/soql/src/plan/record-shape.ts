import type { ObjectDef } from '@muster/metadata';
import { column, type Expr } from '@muster/sql';
import type { FieldsItem, Name, SelectQuery } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import type { ShapeItem } from './plan.js';
import { valueItem } from './select-parts.js';
import { type CompileContext, joinParent, resolveField, type Source } from './source.js';
import { unsupported } from './unsupported.js';

/** Adds a path to the shape, merging what goes through the same parent; a field named twice is written once. */
export function addPath(
  context: CompileContext,
  source: Source,
  path: readonly Name[],
  items: ShapeItem[],
  add: (expr: Expr) => number,
): void {
  const [name, ...rest] = path as [Name, ...Name[]];
  if (rest.length === 0) {
    const { field, expr } = resolveField(context, source, path);
    if (!items.some((item) => item.key === field.name)) items.push(valueItem(field, expr, add));
    return;
  }
  const parent = joinParent(context, source, name);
  const key = parent.lookup.relationshipName as string;
  let item = items.find((candidate) => candidate.kind === 'parent' && candidate.key === key);
  if (item === undefined) {
    const targets = parent.targets.map((target) => ({
      type: target.object.name,
      idColumn: add(column(target.alias, 'id')),
    }));
    item = { kind: 'parent', key, targets, items: [] };
    items.push(item);
  }
  const nested = (item as Extract<ShapeItem, { kind: 'parent' }>).items as ShapeItem[];
  if (parent.targets.length === 1) {
    addPath(context, parent.targets[0] as Source, rest, nested, add);
    return;
  }
  if (rest.length > 1)
    throw unsupported(context.text, name.at, `A path of several steps through '${name.text}'`);
  const { field, expr } = resolveField(context, source, path);
  if (!nested.some((candidate) => candidate.key === field.name)) nested.push(valueItem(field, expr, add));
}

/** The names FIELDS() stands for, of those the reader may see. */
export function fieldGroup(
  context: CompileContext,
  object: ObjectDef,
  item: FieldsItem,
  query: SelectQuery,
): Name[] {
  const limit = query.limit ? Number(query.limit.text) : Number.POSITIVE_INFINITY;
  if (item.group !== 'STANDARD' && limit > 200) {
    throw queryError(
      context.text,
      'MALFORMED_QUERY',
      item.at,
      `The SOQL FIELDS function must have a LIMIT of at most 200`,
    );
  }
  return object.fields
    .filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
    .filter((field) => context.visibility.canReadField(object, field.name))
    .map((field) => ({ kind: 'Name', text: field.name, at: item.at }));
}
