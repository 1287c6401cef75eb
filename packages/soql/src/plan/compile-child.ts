import { type ChildRelationship, columnName, findChildRelationship, type ObjectDef } from '@muster/metadata';
import { column } from '@muster/sql';
import type { Condition, Name, Path, SelectQuery, SubqueryItem } from '../language/ast.js';
import { printSoql } from '../language/print-soql.js';
import { queryError } from '../language/query-error.js';
import type { ChildPlan } from './plan.js';
import type { SelectParts } from './select-parts.js';
import type { CompileContext } from './source.js';

/** A root object and four child lists inside one another (SOQL and SOSL Reference, "Query Limits"). */
const MAX_LEVELS = 5;

/** A child list of the query's records, which themselves stand at `depth` levels, 1 for the root. */
export function compileChild(parts: SelectParts, item: SubqueryItem, depth: number): ChildPlan {
  const { context, source } = parts;
  if (depth === MAX_LEVELS) {
    const message = `Nested queries go at most ${MAX_LEVELS} levels deep`;
    throw queryError(context.text, 'MALFORMED_QUERY', item.at, message);
  }
  const relationship = childRelationship(context, source.object, childPathName(item));
  const { object, field } = relationship;
  const plan = parts.compile(item.query, { object, childOf: { lookup: field, depth: depth + 1 } });
  return {
    relationship: relationship.name,
    plan,
    parentId: column(plan.alias, columnName(field)),
    parentIdColumn: (plan.idColumn as number) + 1,
    offset: item.query.offset ? Number(item.query.offset.text) : 0,
    soqlOf: (parentId) => printSoql(childrenOfOne(item.query, relationship, parentId)),
  };
}

/** The name a child list is asked for and answered under. */
export function childName(item: SubqueryItem): string {
  return childPathName(item).text;
}

function childPathName(item: SubqueryItem): Name {
  return item.query.from[0]?.path.names.at(-1) as Name;
}

/** Child lists hang on a lookup of the child: without a right to it they are as absent as those that do not exist. */
function childRelationship(context: CompileContext, parent: ObjectDef, name: Name): ChildRelationship {
  const { snapshot, visibility, text } = context;
  const found = findChildRelationship(snapshot, parent, name.text);
  if (
    found !== undefined &&
    visibility.canReadObject(found.object) &&
    visibility.canReadField(found.object, found.field.name)
  ) {
    return found;
  }
  throw queryError(
    text,
    'INVALID_TYPE',
    name.at,
    `Didn't understand relationship '${name.text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

/** The subquery as a query of its own over the children of one parent. */
function childrenOfOne(
  query: SelectQuery,
  { object, field }: ChildRelationship,
  parentId: string,
): SelectQuery {
  const ofParent: Condition = {
    kind: 'Comparison',
    left: pathOf(field.name),
    operator: '=',
    right: { kind: 'StringLiteral', value: parentId, escapedWildcards: [], at: 0 },
    at: 0,
  };
  const [from, ...others] = query.from;
  return {
    ...query,
    from: [{ kind: 'FromItem', path: pathOf(object.name), alias: from?.alias ?? null, at: 0 }, ...others],
    where: query.where ? { kind: 'And', operands: [ofParent, query.where], at: 0 } : ofParent,
  };
}

function pathOf(text: string): Path {
  return { kind: 'Path', names: [{ kind: 'Name', text, at: 0 }], at: 0 };
}
