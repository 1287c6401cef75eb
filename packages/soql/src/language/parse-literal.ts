import type { MusterError } from '@muster/kernel';
import type { Cursor } from './cursor.js';
import { readDate, readDateTime, readTime } from './date-text.js';
import { MAX_COUNT } from './limits.js';
import {
  type FixedDateRange,
  fixedDateRanges,
  type Literal,
  type NumberedDateRange,
  type NumberLiteral,
  numberedDateRanges,
  type StringLiteral,
} from './literal.js';
import { decodeString } from './string-text.js';
import type { Token } from './tokens.js';

const BIND = 'Bind variables only allowed in Apex code';
const CURRENCY = /^[A-Z]{3}(\d*)$/;
const AMOUNT = /^-?\d+(\.\d+)?$/;

/** Reads one value to compare with. */
export function parseLiteral(cursor: Cursor): Literal {
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
      return parseString(cursor);
    case 'number':
      return parseNumber(cursor);
    case 'date':
      return { kind: 'DateLiteral', value: readValue(cursor, 'date', readDate), at: token.at };
    case 'dateTime':
      return { kind: 'DateTimeLiteral', value: readValue(cursor, 'datetime', readDateTime), at: token.at };
    case 'time':
      return { kind: 'TimeLiteral', value: readValue(cursor, 'time', readTime), at: token.at };
    case 'word':
      return parseWord(cursor);
    default:
      refuseBind(cursor);
      throw cursor.unexpected();
  }
}

/** Reads a quoted text. */
export function parseString(cursor: Cursor): StringLiteral {
  refuseBind(cursor);
  const token = cursor.peek();
  if (token.kind !== 'string') throw cursor.unexpected();
  cursor.next();
  const { value, escapedWildcards, badEscape } = decodeString(token.text);
  if (badEscape === null) return { kind: 'StringLiteral', value, escapedWildcards, at: token.at };
  const sequence = token.text.slice(badEscape, badEscape + 2);
  throw cursor.malformed(
    token.at + badEscape,
    `Illegal string literal: ${token.text}. Illegal character sequence '${sequence}' in string literal.`,
  );
}

/** Reads a number of any size. */
export function parseNumber(cursor: Cursor): NumberLiteral {
  const token = cursor.peek();
  if (token.kind !== 'number') throw cursor.unexpected();
  cursor.next();
  return { kind: 'NumberLiteral', text: token.text.replace(/^\+/, '').toUpperCase(), at: token.at };
}

/** Reads the whole number of LIMIT or OFFSET. */
export function parseCount(cursor: Cursor): NumberLiteral {
  refuseBind(cursor);
  const token = cursor.peek();
  if (token.kind !== 'number') throw cursor.malformed(token.at, `expecting a colon, found '${token.text}'`);
  if (!isCount(token)) throw cursor.unexpected();
  return parseNumber(cursor);
}

/** Throws Salesforce's words for an Apex variable if the next token begins one. */
export function refuseBind(cursor: Cursor): void {
  if (cursor.is(':')) throw cursor.malformed(cursor.peek().at, BIND);
}

/** The error for a bare word where a list belongs: Apex takes a variable there. */
export function bareListError(cursor: Cursor): MusterError {
  const token = cursor.peek();
  return token.kind === 'word' || token.key === ':' ? cursor.malformed(token.at, BIND) : cursor.unexpected();
}

function readValue(cursor: Cursor, what: string, read: (text: string) => string | undefined): string {
  const token = cursor.next();
  const value = read(token.text);
  if (value === undefined) throw cursor.malformed(token.at, `Invalid ${what}: ${token.text}`);
  return value;
}

function parseWord(cursor: Cursor): Literal {
  const { key, at } = cursor.peek();
  if (isNumberedRange(key)) return parseNumberedRange(cursor, key);
  const literal = constantOf(key, at);
  if (literal === undefined) return parseCurrency(cursor);
  cursor.next();
  return literal;
}

function constantOf(key: string, at: number): Literal | undefined {
  if (key === 'NULL') return { kind: 'NullLiteral', at };
  if (key === 'TRUE' || key === 'FALSE') return { kind: 'BooleanLiteral', value: key === 'TRUE', at };
  return isFixedRange(key) ? { kind: 'DateRangeLiteral', range: key, count: null, at } : undefined;
}

function parseNumberedRange(cursor: Cursor, range: NumberedDateRange): Literal {
  const { at } = cursor.next();
  const colon = cursor.peek();
  if (cursor.take(':') === undefined) {
    throw cursor.malformed(colon.at, `expecting a colon, found '${colon.text}'`);
  }
  refuseBind(cursor);
  const count = cursor.peek();
  if (!isCount(count)) throw cursor.unexpected();
  cursor.next();
  return { kind: 'DateRangeLiteral', range, count: Number(count.text), at };
}

/** `USD5000`, `USD5000.50` and `USD-500`: a word, and the number that touches it where there is one. */
function parseCurrency(cursor: Cursor): Literal {
  const word = cursor.peek();
  const digits = CURRENCY.exec(word.key)?.[1];
  if (digits === undefined) throw cursor.unexpected();
  const rest = cursor.peek(1);
  const touches = rest.kind === 'number' && rest.at === word.end;
  const amount = touches ? digits + rest.text : digits;
  if (!AMOUNT.test(amount)) throw cursor.unexpected();
  cursor.next();
  if (touches) cursor.next();
  return { kind: 'CurrencyLiteral', currency: word.key.slice(0, 3), amount, at: word.at };
}

function isCount(token: Token): boolean {
  return token.kind === 'number' && /^\d{1,10}$/.test(token.text) && Number(token.text) <= MAX_COUNT;
}

function isFixedRange(key: string): key is FixedDateRange {
  return (fixedDateRanges as readonly string[]).includes(key);
}

function isNumberedRange(key: string): key is NumberedDateRange {
  return (numberedDateRanges as readonly string[]).includes(key);
}
