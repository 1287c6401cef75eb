import type { AccessMode, CategoryFilter, CategoryOperator, Name, WithClause, WithSetting } from './ast.js';
import type { Cursor } from './cursor.js';
import { parseLiteral } from './parse-literal.js';
import { parseCommaList, parseName, parsePath } from './parse-operand.js';
import { isPlainWord } from './tokens.js';

const MODES: Readonly<Record<string, AccessMode>> = {
  SECURITY_ENFORCED: 'SECURITY_ENFORCED',
  USER_MODE: 'USER_MODE',
  SYSTEM_MODE: 'SYSTEM_MODE',
};

const CATEGORY_OPERATORS: Readonly<Record<string, CategoryOperator>> = {
  AT: 'AT',
  ABOVE: 'ABOVE',
  BELOW: 'BELOW',
  ABOVE_OR_BELOW: 'ABOVE_OR_BELOW',
};

/** Reads WITH if it is there. */
export function parseWith(cursor: Cursor): WithClause | null {
  if (cursor.take('WITH') === undefined) return null;
  const { key, at } = cursor.peek();
  const mode = MODES[key];
  if (mode !== undefined) {
    cursor.next();
    return { kind: 'WithAccess', mode, at };
  }
  if (key === 'DATA' && cursor.is('CATEGORY', 1)) return parseDataCategory(cursor);
  if (cursor.is('(', 1)) return parseContext(cursor);
  const field = parsePath(cursor);
  cursor.expect('=');
  return { kind: 'WithField', field, value: parseLiteral(cursor), at };
}

function parseDataCategory(cursor: Cursor): WithClause {
  const { at } = cursor.expect('DATA');
  cursor.expect('CATEGORY');
  const filters = [parseFilter(cursor)];
  while (cursor.take('AND')) filters.push(parseFilter(cursor));
  return { kind: 'WithDataCategory', filters, at };
}

function parseFilter(cursor: Cursor): CategoryFilter {
  const group = parseName(cursor, isPlainWord);
  const operator = CATEGORY_OPERATORS[cursor.peek().key];
  if (operator === undefined) throw cursor.unexpected();
  cursor.next();
  return { kind: 'CategoryFilter', group, operator, categories: parseCategories(cursor), at: group.at };
}

function parseCategories(cursor: Cursor): readonly Name[] {
  if (cursor.take('(') === undefined) return [parseName(cursor, isPlainWord)];
  const categories = parseCommaList(cursor, () => parseName(cursor, isPlainWord));
  cursor.close();
  return categories;
}

function parseContext(cursor: Cursor): WithClause {
  const name = parseName(cursor, isPlainWord);
  cursor.expect('(');
  const settings = parseCommaList(cursor, () => parseSetting(cursor));
  cursor.close();
  return { kind: 'WithContext', name, settings, at: name.at };
}

function parseSetting(cursor: Cursor): WithSetting {
  const name = parseName(cursor, isPlainWord);
  cursor.expect('=');
  return { kind: 'WithSetting', name, value: parseLiteral(cursor), at: name.at };
}
