import { plainText } from '@muster/kernel';
import type { SearchExpression, SearchPhrase, SearchWord, WordPiece } from './ast.js';

const MAX_DEPTH = 50;
const MAX_WORDS = 100;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** Ends reading with what is wrong at an offset of the text. */
export type Fail = (at: number, message: string) => never;

interface Token {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'phrase';
  readonly at: number;
  readonly words: readonly SearchWord[];
}

/**
 * Reads what stands in FIND { }: words, "phrases", `*` and `?`, parentheses, AND, OR and AND NOT. Words side by side
 * must all occur; AND binds closer than OR. A backslash takes the meaning from the character behind it.
 */
export function parseFind(text: string, fail: Fail): SearchExpression {
  const tokens = tokenizeFind(text, fail);
  let index = 0;
  const peek = () => tokens[index];
  const failHere = (message: string): never => fail(peek()?.at ?? text.length, message);

  const parseOr = (depth: number): SearchExpression => {
    if (depth > MAX_DEPTH) failHere(`nested deeper than ${MAX_DEPTH} levels`);
    const operands = [parseAnd(depth)];
    while (peek()?.kind === 'or') {
      index += 1;
      operands.push(parseAnd(depth));
    }
    return operands.length === 1 ? (operands[0] as SearchExpression) : { kind: 'SearchOr', operands };
  };
  const parseAnd = (depth: number): SearchExpression => {
    let left = parseOne(depth);
    for (let token = peek(); token && token.kind !== 'or' && token.kind !== 'close'; token = peek()) {
      if (token.kind === 'and') index += 1;
      const isNot = peek()?.kind === 'not';
      if (isNot) index += 1;
      const right = parseOne(depth);
      left = isNot ? { kind: 'SearchAndNot', left, right } : { kind: 'SearchAnd', operands: [left, right] };
    }
    return left;
  };
  const parseOne = (depth: number): SearchExpression => {
    const token = peek();
    if (token?.kind === 'phrase') {
      index += 1;
      return { kind: 'SearchPhrase', words: token.words };
    }
    if (token?.kind !== 'open') return failHere('a word to search for is missing');
    index += 1;
    const inner = parseOr(depth + 1);
    if (peek()?.kind !== 'close') failHere('expecting a right parentheses');
    index += 1;
    return inner;
  };

  const expression = parseOr(0);
  if (index < tokens.length) failHere('unexpected right parentheses');
  return expression;
}

function tokenizeFind(text: string, fail: Fail): Token[] {
  const tokens: Token[] = [];
  let words = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) at += 1;
    else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', at, words: [] });
      at += 1;
    } else {
      const { end, token } = character === '"' ? quoted(text, at, fail) : bare(text, at);
      if (token !== undefined) tokens.push(token);
      words += token?.words.length ?? 0;
      if (words > MAX_WORDS) fail(at, `more than ${MAX_WORDS} words`);
      at = end;
    }
  }
  return tokens;
}

interface Read {
  readonly end: number;
  /** Absent for marks that hold no word. */
  readonly token: Token | undefined;
}

function quoted(text: string, at: number, fail: Fail): Read {
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  if (end >= text.length) fail(at, 'the quotation mark has no end');
  return { end: end + 1, token: phrase(text.slice(at + 1, end), at) };
}

const OPERATORS: Readonly<Record<string, Token['kind']>> = { AND: 'and', OR: 'or', NOT: 'not' };

function bare(text: string, at: number): Read {
  let end = at;
  while (end < text.length && !/[\s()"]/.test(text.charAt(end))) end += text.charAt(end) === '\\' ? 2 : 1;
  end = Math.min(end, text.length);
  const own = text.slice(at, end);
  const operator = OPERATORS[own.toUpperCase()];
  return { end, token: operator === undefined ? phrase(own, at) : { kind: operator, at, words: [] } };
}

/** `FI-114` is the two words `fi` and `114` side by side. */
function phrase(text: string, at: number): Token | undefined {
  const words: WordPiece[][] = [];
  let word: WordPiece[] = [];
  let letters = '';
  const endLetters = () => {
    if (letters !== '') word.push({ kind: 'Text', text: plainText(letters) });
    letters = '';
  };
  const endWord = () => {
    endLetters();
    if (word.some((piece) => piece.kind === 'Text')) words.push(word);
    word = [];
  };
  for (let i = 0; i < text.length; ) {
    const isEscaped = text.charAt(i) === '\\';
    const character = String.fromCodePoint(text.codePointAt(isEscaped ? i + 1 : i) ?? 0x20);
    i += character.length + (isEscaped ? 1 : 0);
    if (!isEscaped && (character === '*' || character === '?')) {
      endLetters();
      word.push({ kind: character === '*' ? 'Any' : 'One' });
    } else if (WORD_CHARACTER.test(character)) letters += character;
    else endWord();
  }
  endWord();
  return words.length === 0 ? undefined : { kind: 'phrase', at, words };
}

/** The most letters any phrase asks for: one ASCII letter alone finds nearly everything. */
export function longestPhrase(expression: SearchExpression): number {
  switch (expression.kind) {
    case 'SearchPhrase':
      return lettersOf(expression);
    case 'SearchAndNot':
      return longestPhrase(expression.left);
    default:
      return Math.max(...expression.operands.map(longestPhrase));
  }
}

function lettersOf({ words }: SearchPhrase): number {
  return words
    .flat()
    .reduce((sum, piece) => sum + (piece.kind === 'Text' ? Buffer.byteLength(piece.text) : 0), 0);
}
