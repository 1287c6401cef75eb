import type { FieldGroup, Path, SelectItem, TypeofBranch, TypeofItem } from './ast.js';
import type { Cursor } from './cursor.js';
import type { SubqueryParser } from './parse-condition.js';
import { beginsClause } from './parse-from.js';
import {
  parseAlias,
  parseCommaList,
  parseCountOfRows,
  parseName,
  parseOperand,
  parsePath,
} from './parse-operand.js';
import { isObjectWord } from './tokens.js';

const FIELD_GROUPS: Readonly<Record<string, FieldGroup>> = {
  ALL: 'ALL',
  STANDARD: 'STANDARD',
  CUSTOM: 'CUSTOM',
};

/** Reads what stands between SELECT, at offset `selectAt`, and FROM. */
export function parseSelectList(
  cursor: Cursor,
  selectAt: number,
  parseSubquery: SubqueryParser,
): readonly SelectItem[] {
  if (cursor.is('FROM') && !cursor.is('.', 1)) throw cursor.unexpected(cursor.peek(), selectAt);
  if (cursor.is('COUNT') && cursor.is('(', 1) && cursor.is(')', 2)) {
    const value = parseCountOfRows(cursor);
    return [{ kind: 'FieldItem', value, alias: null, at: value.at }];
  }
  return parseCommaList(cursor, () => parseSelectItem(cursor, parseSubquery));
}

/** Reads one item: a field, a function, FIELDS(), TYPEOF or a subquery. */
export function parseSelectItem(cursor: Cursor, parseSubquery: SubqueryParser): SelectItem {
  const { at } = cursor.peek();
  if (cursor.take('(')) {
    const query = parseSubquery(cursor);
    cursor.close();
    return { kind: 'SubqueryItem', query, at };
  }
  if (cursor.is('FIELDS') && cursor.is('(', 1)) return parseFieldGroup(cursor);
  if (cursor.is('TYPEOF') && cursor.peek(1).kind === 'word' && !cursor.is('FROM', 1))
    return parseTypeof(cursor);
  const value = parseOperand(cursor);
  return { kind: 'FieldItem', value, alias: beginsClause(cursor) ? null : parseAlias(cursor), at };
}

function parseFieldGroup(cursor: Cursor): SelectItem {
  const { at } = cursor.expect('FIELDS');
  cursor.expect('(');
  const group = FIELD_GROUPS[cursor.peek().key];
  if (group === undefined) throw cursor.unexpected();
  cursor.next();
  cursor.close();
  return { kind: 'FieldsItem', group, at };
}

function parseTypeof(cursor: Cursor): TypeofItem {
  const { at } = cursor.expect('TYPEOF');
  const on = parsePath(cursor);
  const branches = [parseBranch(cursor)];
  while (cursor.is('WHEN')) branches.push(parseBranch(cursor));
  const otherwise = cursor.take('ELSE') ? parseFields(cursor) : null;
  cursor.expect('END');
  return { kind: 'TypeofItem', on, branches, otherwise, at };
}

function parseBranch(cursor: Cursor): TypeofBranch {
  const { at } = cursor.expect('WHEN');
  const type = parseName(cursor, isObjectWord);
  cursor.expect('THEN');
  return { kind: 'TypeofBranch', type, fields: parseFields(cursor), at };
}

function parseFields(cursor: Cursor): readonly Path[] {
  return parseCommaList(cursor, () => parsePath(cursor));
}
