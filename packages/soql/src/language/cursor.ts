import type { MusterError } from '@muster/kernel';
import { MAX_DEPTH } from './limits.js';
import { queryError } from './query-error.js';
import type { Token } from './tokens.js';

/** Longest piece of the query repeated inside a message. */
const MAX_QUOTED = 80;

/** A place in a list of tokens, and the errors that point at it. The parsers share one and move it forward only. */
export interface Cursor {
  /** The token `ahead` places further on, without moving; the end token beyond the last. */
  peek(ahead?: number): Token;
  next(): Token;
  /** Whether the token `ahead` places further on is this keyword (upper case) or symbol. */
  is(key: string, ahead?: number): boolean;
  /** Moves past the keyword or symbol if it is next. */
  take(key: string): Token | undefined;
  /** Moves past the keyword or symbol, or throws. */
  expect(key: string): Token;
  /** Moves past a closing parenthesis, or throws. */
  close(): Token;
  /** The error "unexpected token", for the next token or `token`; with `since`, quoting the query from there. */
  unexpected(token?: Token, since?: number): MusterError;
  /** Any other MALFORMED_QUERY error at an offset. */
  malformed(at: number, message: string): MusterError;
  /** Runs `parse` one level deeper, or throws QUERY_TOO_COMPLICATED. */
  nest<T>(parse: () => T): T;
}

/** A cursor at the first of `tokens`, which came from `text` and end with the end token. */
export function createCursor(text: string, tokens: readonly Token[]): Cursor {
  const end = tokens.at(-1);
  if (end === undefined) throw new Error('no end token');
  let index = 0;
  let depth = 0;

  const cursor: Cursor = {
    peek: (ahead = 0) => tokens[index + ahead] ?? end,
    next() {
      const token = cursor.peek();
      index += 1;
      return token;
    },
    is: (key, ahead = 0) => cursor.peek(ahead).key === key,
    take: (key) => (cursor.is(key) ? cursor.next() : undefined),
    expect(key) {
      const token = cursor.take(key);
      if (token === undefined) throw cursor.unexpected();
      return token;
    },
    close() {
      const token = cursor.take(')');
      if (token !== undefined) return token;
      const found = cursor.peek();
      throw cursor.malformed(found.at, `expecting a right parentheses, found '${clip(found.text)}'`);
    },
    unexpected(token = cursor.peek(), since = token.at) {
      const quoted = token.kind === 'end' ? token.text : text.slice(since, token.end);
      return cursor.malformed(token.at, `unexpected token: '${clip(quoted)}'`);
    },
    malformed: (at, message) => queryError(text, 'MALFORMED_QUERY', at, message),
    nest(parse) {
      if (depth === MAX_DEPTH) {
        throw queryError(
          text,
          'QUERY_TOO_COMPLICATED',
          cursor.peek().at,
          `nested deeper than ${MAX_DEPTH} levels`,
        );
      }
      depth += 1;
      const result = parse();
      depth -= 1;
      return result;
    },
  };
  return cursor;
}

function clip(quoted: string): string {
  return quoted.length > MAX_QUOTED ? `${quoted.slice(0, MAX_QUOTED)}…` : quoted;
}
