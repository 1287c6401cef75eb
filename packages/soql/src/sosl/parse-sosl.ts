import { type ErrorCode, MusterError } from '@muster/kernel';
import type { Name, SelectItem, SelectQuery } from '../language/ast.js';
import { type Cursor, createCursor } from '../language/cursor.js';
import { tokenize } from '../language/lexer.js';
import { MAX_QUERY_LENGTH } from '../language/limits.js';
import { parseOrderBy, parseRowCount } from '../language/parse-clauses.js';
import { parseCondition } from '../language/parse-condition.js';
import { parseCommaList, parseName } from '../language/parse-operand.js';
import { parseSelectItem } from '../language/parse-select.js';
import { queryError } from '../language/query-error.js';
import { isObjectWord, type Token } from '../language/tokens.js';
import type { SearchExpression, SearchGroup, SearchQuery } from './ast.js';
import { longestPhrase, parseFind } from './parse-find.js';

const GROUPS: Readonly<Record<string, SearchGroup>> = {
  ALL: 'ALL',
  NAME: 'NAME',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  SIDEBAR: 'NAME',
};

const NO_TERM = 'No search term found. The search term must be enclosed in braces.';

/**
 * Reads the text of one SOSL query (SOQL and SOSL Reference).
 * @throws MusterError MALFORMED_SEARCH, framed by `queryError`
 */
export function parseSosl(text: string): SearchQuery {
  if (text.length > MAX_QUERY_LENGTH) {
    const message = `SOSL statements cannot be longer than ${MAX_QUERY_LENGTH} characters.`;
    throw new MusterError('MALFORMED_SEARCH', message);
  }
  const braces = findBraces(text);
  if (braces === undefined) throw new MusterError('MALFORMED_SEARCH', NO_TERM);
  const find = readFind(text, braces);
  try {
    // Blanks in place of the braces: places in the rest stay places in the text.
    return parseRest(createCursor(text, tokenize(text.slice(braces.end).padStart(text.length))), find);
  } catch (failure) {
    if (failure instanceof MusterError && failure.code === 'MALFORMED_QUERY')
      throw recoded(failure, 'MALFORMED_SEARCH');
    throw failure;
  }
}

interface Braces {
  readonly start: number;
  readonly end: number;
}

/** What FIND encloses: up to the first brace that is neither escaped nor inside quotation marks. */
function findBraces(text: string): Braces | undefined {
  const opening = /^\s*FIND\s*\{/i.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  let isQuoted = false;
  for (let i = start; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') i += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === '}' && !isQuoted) return { start, end: i + 1 };
  }
  return undefined;
}

function readFind(text: string, { start, end }: Braces): SearchExpression {
  const fail = (at: number, message: string): never => {
    throw queryError(text, 'MALFORMED_SEARCH', start + at, message);
  };
  const inner = text.slice(start, end - 1);
  const expression = parseFind(inner, fail);
  if (longestPhrase(expression) < 2)
    fail(0, `search term must be longer than one character: ${inner.trim()}`);
  return expression;
}

function parseRest(cursor: Cursor, find: SearchExpression): SearchQuery {
  let group: SearchGroup = 'ALL';
  if (cursor.take('IN')) {
    const known = GROUPS[cursor.peek().key];
    if (known === undefined) throw cursor.unexpected();
    cursor.next();
    cursor.expect('FIELDS');
    group = known;
  }
  const returning = cursor.take('RETURNING') ? parseCommaList(cursor, () => parseReturning(cursor)) : [];
  const unsupported = parseOptions(cursor);
  const limit = parseRowCount(cursor, 'LIMIT');
  if (cursor.is('UPDATE')) unsupported.push(nameOf(cursor.next()));
  else if (cursor.peek().kind !== 'end') throw cursor.unexpected();
  return { kind: 'SearchQuery', find, group, returning, limit: limit && Number(limit.text), unsupported };
}

/** `Account(Id, Name WHERE Type = 'x' ORDER BY Name LIMIT 5 OFFSET 2)` as the query `SELECT … FROM Account …`. */
function parseReturning(cursor: Cursor): SelectQuery {
  const object = parseName(cursor, isObjectWord);
  const id: SelectItem = {
    kind: 'FieldItem',
    value: { kind: 'Path', names: [{ kind: 'Name', text: 'Id', at: object.at }], at: object.at },
    alias: null,
    at: object.at,
  };
  const isOpen = cursor.take('(') !== undefined;
  const select = isOpen ? parseCommaList(cursor, () => parseSelectItem(cursor, refuseSubquery)) : [id];
  if (isOpen && cursor.is('USING')) throw cursor.unexpected();
  const where = isOpen && cursor.take('WHERE') ? parseCondition(cursor, refuseSubquery) : null;
  const orderBy = isOpen ? parseOrderBy(cursor) : [];
  const limit = isOpen ? parseRowCount(cursor, 'LIMIT') : null;
  const offset = isOpen ? parseRowCount(cursor, 'OFFSET') : null;
  if (isOpen) cursor.close();
  const path = { kind: 'Path', names: [object], at: object.at } as const;
  return {
    kind: 'SelectQuery',
    select,
    from: [{ kind: 'FromItem', path, alias: null, at: object.at }],
    scope: null,
    where,
    with: null,
    groupBy: null,
    having: null,
    orderBy,
    limit,
    offset,
    forClauses: [],
    updates: [],
    allRows: false,
    at: object.at,
  };
}

function refuseSubquery(cursor: Cursor): never {
  throw cursor.malformed(cursor.peek().at, 'SOSL takes no inner queries');
}

/** Reads WITH clauses: spelling that is not corrected anyway is let pass, the others are named as not computed. */
function parseOptions(cursor: Cursor): Name[] {
  const found: Name[] = [];
  while (cursor.take('WITH') || cursor.take('AND')) {
    const name = cursor.next();
    const isPlain = cursor.take('=') !== undefined;
    const value = isPlain ? cursor.next() : undefined;
    if (name.key === 'SPELL_CORRECTION' && (value?.key === 'FALSE' || value?.key === 'TRUE')) continue;
    found.push(nameOf(name));
    while (!isClauseStart(cursor)) cursor.next();
  }
  return found;
}

function isClauseStart(cursor: Cursor): boolean {
  return cursor.peek().kind === 'end' || ['WITH', 'AND', 'LIMIT', 'UPDATE'].some((key) => cursor.is(key));
}

function nameOf({ text, at }: Token): Name {
  return { kind: 'Name', text, at };
}

function recoded(failure: MusterError, code: ErrorCode): MusterError {
  return new MusterError(code, failure.message, failure.at ? { at: failure.at } : {});
}
