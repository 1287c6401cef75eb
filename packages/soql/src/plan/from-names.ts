import { findField, type ObjectDef } from '@muster/metadata';
import type { Name, Path, SelectQuery } from '../language/ast.js';
import { queryError } from '../language/query-error.js';
import {
  type CompileContext,
  joinParent,
  joinParentOfName,
  type ParentSource,
  type Source,
} from './source.js';

/** Gives the names of a path counted from the object of the query, aliases of FROM replaced by what they stand for. */
export type PathReader = (path: Path) => readonly Name[];

/**
 * Reads the names FROM declares: of the object, and of relationships after it, as in `FROM Contact c, c.Account a`.
 * @throws MusterError INVALID_FIELD for a relationship that leads nowhere, MALFORMED_QUERY for an alias used twice.
 */
export function readFromNames(
  context: CompileContext,
  query: SelectQuery,
  object: ObjectDef,
  source: Source,
): PathReader {
  const [root, ...others] = query.from;
  const standsFor = new Map<string, readonly Name[]>();
  if (findField(object, object.name) === undefined) standsFor.set(object.name.toLowerCase(), []);
  if (root?.alias) standsFor.set(root.alias.text.toLowerCase(), []);
  const expand = (names: readonly Name[]): readonly Name[] => {
    const [first, ...rest] = names;
    const prefix = rest.length > 0 ? standsFor.get((first as Name).text.toLowerCase()) : undefined;
    return prefix === undefined ? names : [...prefix, ...rest];
  };
  for (const { path, alias } of others) {
    const names = expand(path.names);
    requireParents(context, source, names);
    if (alias === null) continue;
    const key = alias.text.toLowerCase();
    if (standsFor.has(key))
      throw queryError(context.text, 'MALFORMED_QUERY', alias.at, `duplicate alias: ${alias.text}`);
    standsFor.set(key, names);
  }
  return ({ names }) => expand(names);
}

function requireParents(context: CompileContext, source: Source, names: readonly Name[]): void {
  const [first, ...rest] = names as [Name, ...Name[]];
  const next = (parent: ParentSource, name: Name): ParentSource =>
    parent.isPolymorphic
      ? joinParentOfName(context, parent, name)
      : joinParent(context, parent.targets[0] as Source, name);
  rest.reduce(next, joinParent(context, source, first));
}
