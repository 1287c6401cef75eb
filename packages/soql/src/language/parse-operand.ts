import type { Argument, FunctionCall, Geolocation, Name, Operand, Path } from './ast.js';
import type { Cursor } from './cursor.js';
import { MAX_FUNCTION_DEPTH } from './limits.js';
import { parseLiteral, parseNumber } from './parse-literal.js';
import { isObjectWord, isPlainWord, type Token } from './tokens.js';

/** Reads a field path or a function call: what may be selected, compared, grouped or sorted by. */
export function parseOperand(cursor: Cursor, depth = 1): Operand {
  const token = cursor.peek();
  if (!cursor.is('(', 1)) return parsePath(cursor);
  if (!isPlainWord(token)) throw cursor.unexpected();
  if (depth > MAX_FUNCTION_DEPTH) throw cursor.unexpected(cursor.peek(1));
  return parseCall(cursor, depth);
}

/** Reads names joined by dots. A reserved word may begin a path, `Group.Name`, but not be all of it. */
export function parsePath(cursor: Cursor): Path {
  const first = cursor.peek();
  if (!isPlainWord(first) && !(first.kind === 'word' && cursor.is('.', 1))) throw cursor.unexpected();
  return parseDotted(cursor);
}

/** Reads the object or child relationship of FROM. */
export function parseObjectPath(cursor: Cursor): Path {
  const first = cursor.peek();
  if (!isObjectWord(first) && !(first.kind === 'word' && cursor.is('.', 1))) throw cursor.unexpected();
  return parseDotted(cursor);
}

/** Reads one word of the kind `accepts` as a name. */
export function parseName(cursor: Cursor, accepts: (token: Token) => boolean): Name {
  const token = cursor.peek();
  if (!accepts(token)) throw cursor.unexpected();
  cursor.next();
  return { kind: 'Name', text: token.text, at: token.at };
}

/** Reads an alias if a word that can be one comes next. */
export function parseAlias(cursor: Cursor): Name | null {
  return isPlainWord(cursor.peek()) ? parseName(cursor, isPlainWord) : null;
}

/** Reads what `parse` reads once or more, with commas between. */
export function parseCommaList<T>(cursor: Cursor, parse: () => T): readonly T[] {
  const items = [parse()];
  while (cursor.take(',')) items.push(parse());
  return items;
}

/** Reads `COUNT()`, the call without arguments. */
export function parseCountOfRows(cursor: Cursor): FunctionCall {
  const name = parseName(cursor, isWord);
  cursor.expect('(');
  cursor.close();
  return { kind: 'FunctionCall', name, arguments: [], at: name.at };
}

function parseDotted(cursor: Cursor): Path {
  const first = parseName(cursor, isWord);
  const names = [first];
  while (cursor.take('.')) names.push(parseName(cursor, isWord));
  return { kind: 'Path', names, at: first.at };
}

function parseCall(cursor: Cursor, depth: number): FunctionCall {
  const name = parseName(cursor, isWord);
  cursor.expect('(');
  const args = parseCommaList(cursor, () => parseArgument(cursor, depth));
  cursor.close();
  return { kind: 'FunctionCall', name, arguments: args, at: name.at };
}

function parseArgument(cursor: Cursor, depth: number): Argument {
  if (cursor.is('GEOLOCATION') && cursor.is('(', 1)) return parseGeolocation(cursor);
  return cursor.peek().kind === 'word' ? parseOperand(cursor, depth + 1) : parseLiteral(cursor);
}

function parseGeolocation(cursor: Cursor): Geolocation {
  const { at } = cursor.expect('GEOLOCATION');
  cursor.expect('(');
  const latitude = parseNumber(cursor);
  cursor.expect(',');
  const longitude = parseNumber(cursor);
  cursor.close();
  return { kind: 'Geolocation', latitude, longitude, at };
}

function isWord(token: Token): boolean {
  return token.kind === 'word';
}
