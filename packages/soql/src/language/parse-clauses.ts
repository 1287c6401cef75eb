import type { ForClause, GroupBy, GroupMode, OrderItem, UpdateClause } from './ast.js';
import type { Cursor } from './cursor.js';
import type { NumberLiteral } from './literal.js';
import { parseCount } from './parse-literal.js';
import { parseCommaList, parseOperand } from './parse-operand.js';

const GROUP_MODES: Readonly<Record<string, GroupMode>> = { ROLLUP: 'ROLLUP', CUBE: 'CUBE' };
const FOR_CLAUSES: Readonly<Record<string, ForClause>> = {
  VIEW: 'VIEW',
  REFERENCE: 'REFERENCE',
  UPDATE: 'UPDATE',
};
const UPDATE_CLAUSES: Readonly<Record<string, UpdateClause>> = { TRACKING: 'TRACKING', VIEWSTAT: 'VIEWSTAT' };

/** Reads GROUP BY if it is there. */
export function parseGroupBy(cursor: Cursor): GroupBy | null {
  const group = cursor.take('GROUP');
  if (group === undefined) return null;
  cursor.expect('BY');
  const mode = cursor.is('(', 1) ? GROUP_MODES[cursor.peek().key] : undefined;
  if (mode === undefined) {
    return { kind: 'GroupBy', mode: 'PLAIN', keys: parseOperands(cursor), at: group.at };
  }
  cursor.next();
  cursor.expect('(');
  const keys = parseOperands(cursor);
  cursor.close();
  return { kind: 'GroupBy', mode, keys, at: group.at };
}

/** Reads ORDER BY if it is there. */
export function parseOrderBy(cursor: Cursor): readonly OrderItem[] {
  if (cursor.take('ORDER') === undefined) return [];
  cursor.expect('BY');
  return parseCommaList(cursor, () => parseOrderItem(cursor));
}

/** Reads LIMIT or OFFSET and its number if it is there. */
export function parseRowCount(cursor: Cursor, keyword: 'LIMIT' | 'OFFSET'): NumberLiteral | null {
  return cursor.take(keyword) === undefined ? null : parseCount(cursor);
}

/** Reads FOR VIEW, FOR REFERENCE, FOR UPDATE and UPDATE TRACKING, VIEWSTAT, in whatever order they come. */
export function parseUses(cursor: Cursor): {
  readonly forClauses: readonly ForClause[];
  readonly updates: readonly UpdateClause[];
} {
  const forClauses: ForClause[] = [];
  const updates: UpdateClause[] = [];
  while (cursor.is('FOR') || cursor.is('UPDATE')) {
    if (cursor.take('FOR')) forClauses.push(parseOneOf(cursor, FOR_CLAUSES));
    else if (cursor.take('UPDATE')) {
      updates.push(...parseCommaList(cursor, () => parseOneOf(cursor, UPDATE_CLAUSES)));
    }
  }
  return { forClauses, updates };
}

/** Reads ALL ROWS if it is there. */
export function parseAllRows(cursor: Cursor): boolean {
  if (cursor.take('ALL') === undefined) return false;
  cursor.expect('ROWS');
  return true;
}

function parseOperands(cursor: Cursor): GroupBy['keys'] {
  return parseCommaList(cursor, () => parseOperand(cursor));
}

function parseOrderItem(cursor: Cursor): OrderItem {
  const value = parseOperand(cursor);
  const direction = cursor.take('DESC') ? 'DESC' : 'ASC';
  if (direction === 'ASC') cursor.take('ASC');
  return { kind: 'OrderItem', value, direction, nulls: parseNulls(cursor), at: value.at };
}

function parseNulls(cursor: Cursor): OrderItem['nulls'] {
  if (cursor.take('NULLS') === undefined) return null;
  if (cursor.take('FIRST')) return 'FIRST';
  cursor.expect('LAST');
  return 'LAST';
}

function parseOneOf<T>(cursor: Cursor, choices: Readonly<Record<string, T>>): T {
  const choice = choices[cursor.peek().key];
  if (choice === undefined) throw cursor.unexpected();
  cursor.next();
  return choice;
}
