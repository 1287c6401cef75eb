import { wording } from '../wording.js';
import { syntaxError } from './syntax-error.js';

export type Token =
  | { readonly kind: 'Number'; readonly text: string; readonly at: number }
  | { readonly kind: 'Text'; readonly text: string; readonly value: string; readonly at: number }
  | { readonly kind: 'Name'; readonly text: string; readonly at: number }
  | { readonly kind: 'Symbol'; readonly text: string; readonly at: number }
  | { readonly kind: 'End'; readonly text: ''; readonly at: number };

/** White space includes the invisible marks that come along when a formula is copied from a web page. */
const spacePattern = /[\s\u200b\ufeff]+/y;
const namePattern = /[A-Za-z$][A-Za-z0-9_$:.#]*/y;
const numberPattern = /[0-9]+(?:\.[0-9]+)?/y;
const symbolPattern = /&&|\|\||<>|<=|>=|==|!=|[()=<>!+\-*/^&,]/y;

/** Splits a formula into tokens, the last of which is `End`. Throws MusterError at what belongs to no token. */
export function lexFormula(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipBlank(text, at + token.text.length);
  }
  tokens.push({ kind: 'End', text: '', at: text.length });
  return tokens;
}

function readToken(text: string, at: number): Token {
  const quote = text[at];
  if (quote === '"' || quote === "'") return readText(text, at, quote);
  const name = matchAt(namePattern, text, at);
  if (name !== undefined) return { kind: 'Name', text: name, at };
  const number = matchAt(numberPattern, text, at);
  if (number !== undefined) return { kind: 'Number', text: number, at };
  const symbol = matchAt(symbolPattern, text, at);
  if (symbol !== undefined) return { kind: 'Symbol', text: symbol, at };
  throw syntaxError(text, at, wording.found(String.fromCodePoint(text.codePointAt(at) ?? 0)));
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  N: '\n',
  R: '\r',
  T: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** A quoted text ends on its own line, as in Salesforce. */
function readText(text: string, start: number, quote: string): Token {
  let value = '';
  let at = start + 1;
  for (;;) {
    const character = text[at];
    if (character === quote) return { kind: 'Text', text: text.slice(start, at + 1), value, at: start };
    if (character === undefined || character === '\n' || character === '\r') {
      throw syntaxError(text, start, wording.missing(`'${quote}'`));
    }
    if (character === '\\') {
      const escaped = escapes[text[at + 1] ?? ''];
      if (escaped === undefined) throw syntaxError(text, at, wording.found(text.slice(at, at + 2)));
      value += escaped;
      at += 2;
    } else {
      value += character;
      at += 1;
    }
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    at += matchAt(spacePattern, text, at)?.length ?? 0;
    if (!text.startsWith('/*', at)) return at;
    const end = text.indexOf('*/', at + 2);
    if (end < 0) throw syntaxError(text, at, wording.missing("'*/'"));
    at = end + 2;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
