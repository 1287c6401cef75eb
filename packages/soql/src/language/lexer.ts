import { MusterError } from '@muster/kernel';
import { MAX_QUERY_LENGTH, MAX_TOKENS } from './limits.js';
import { queryError } from './query-error.js';
import type { Token, TokenKind } from './tokens.js';

const SHAPES: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  ['word', '[A-Za-z_][A-Za-z0-9_]*'],
  ['dateTime', '\\d{4}-\\d{2}-\\d{2}[Tt][\\d:.]*(?:[Zz]|[+-][\\d:]+)?'],
  ['date', '\\d{4}-\\d{2}-\\d{2}'],
  ['time', '\\d{2}:\\d{2}[\\d:.]*[Zz]?'],
  ['number', '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?'],
  ['symbol', '<=|>=|!=|<>|[=<>(),.:]'],
];
const BLANKS = '[ \\t\\r\\n\\f]+';

/**
 * Splits query text into tokens; the last one is always of kind `end`.
 * @throws MusterError MALFORMED_QUERY for text that is too long or holds a character outside the language.
 */
export function tokenize(text: string): readonly Token[] {
  if (text.length > MAX_QUERY_LENGTH) {
    throw new MusterError(
      'MALFORMED_QUERY',
      `SOQL statements cannot be longer than ${MAX_QUERY_LENGTH} characters.`,
    );
  }
  const shape = new RegExp([...SHAPES.map(([, pattern]) => `(${pattern})`), BLANKS].join('|'), 'y');
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = text.charAt(at) === "'" ? stringAt(text, at) : matchAt(shape, text, at);
    at = token.end;
    if (token.kind === undefined) continue;
    if (tokens.length === MAX_TOKENS) {
      throw queryError(text, 'QUERY_TOO_COMPLICATED', token.at, `more than ${MAX_TOKENS} words and symbols`);
    }
    tokens.push(tokenOf(token.kind, text, token.at, token.end));
  }
  tokens.push({ kind: 'end', text: '<EOF>', key: '', at: text.length, end: text.length });
  return tokens;
}

/** A stretch of the text; blanks have no kind. */
interface Stretch {
  readonly kind: TokenKind | undefined;
  readonly at: number;
  readonly end: number;
}

function matchAt(shape: RegExp, text: string, at: number): Stretch {
  shape.lastIndex = at;
  const match = shape.exec(text);
  if (match === null) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    throw queryError(text, 'MALFORMED_QUERY', at, `unexpected token: '${character}'`);
  }
  const kind = SHAPES.find((_, index) => match[index + 1] !== undefined)?.[0];
  return { kind, at, end: shape.lastIndex };
}

function stringAt(text: string, at: number): Stretch {
  let end = at + 1;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === "'") return { kind: 'string', at, end: end + 1 };
    end += character === '\\' ? 2 : 1;
  }
  throw queryError(text, 'MALFORMED_QUERY', at, `unexpected token: '''`);
}

function tokenOf(kind: TokenKind, text: string, at: number, end: number): Token {
  const own = text.slice(at, end);
  const key = kind === 'word' ? own.toUpperCase() : kind === 'symbol' ? own : '';
  return { kind, text: own, key, at, end };
}
