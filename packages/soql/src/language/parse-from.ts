import type { FromItem, Name } from './ast.js';
import type { Cursor } from './cursor.js';
import { parseAlias, parseCommaList, parseName, parseObjectPath } from './parse-operand.js';
import type { Token } from './tokens.js';

/** Reads the object, its alias, and relationships given an alias. */
export function parseFrom(cursor: Cursor): readonly FromItem[] {
  return parseCommaList(cursor, () => {
    const path = parseObjectPath(cursor);
    return { kind: 'FromItem', path, alias: beginsClause(cursor) ? null : parseAlias(cursor), at: path.at };
  });
}

/** Reads USING SCOPE if it is there. */
export function parseScope(cursor: Cursor): Name | null {
  if (cursor.take('USING') === undefined) return null;
  cursor.expect('SCOPE');
  return parseName(cursor, (token) => token.kind === 'word');
}

/** Whether the next words begin a clause: alone, each of the first words could be an alias. */
export function beginsClause(cursor: Cursor): boolean {
  const following: Token = cursor.peek(1);
  switch (cursor.peek().key) {
    case 'ORDER':
      return following.key === 'BY';
    case 'OFFSET':
      return following.kind === 'number' || following.key === ':';
    case 'FOR':
      return following.key === 'VIEW' || following.key === 'REFERENCE' || following.key === 'UPDATE';
    case 'UPDATE':
      return following.key === 'TRACKING' || following.key === 'VIEWSTAT';
    case 'ALL':
      return following.key === 'ROWS';
    default:
      return false;
  }
}
