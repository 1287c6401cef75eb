import type { SearchExpression, SearchWord } from './ast.js';
import { LETTER, wordPattern } from './search-condition.js';

/** Characters of a word an index of words keeps. */
export const INDEXED_LENGTH = 500;

/** What the index takes for a part of a word; the class is written for PostgreSQL. */
const LETTERS = new RegExp(`^${LETTER.replace(/\\U([0-9a-f]{8})/g, '\\u{$1}')}*$`, 'u');

/**
 * What the words of a record must be for it to be worth reading, as far as an index of words can tell: every record
 * that is found meets it, and some that are not found do.
 */
export type IndexQuery =
  | { readonly kind: 'All' | 'Any'; readonly operands: readonly IndexQuery[] }
  | { readonly kind: 'Word'; readonly text: string; readonly isPrefix: boolean }
  /** One of the words that match a regular expression. */
  | { readonly kind: 'Pattern'; readonly pattern: string };

/** Undefined when any record might be found. */
export function indexQuery(expression: SearchExpression): IndexQuery | undefined {
  switch (expression.kind) {
    case 'SearchPhrase':
      return all(expression.words.map(ofWord));
    case 'SearchAnd':
      return all(expression.operands.map(indexQuery));
    case 'SearchAndNot':
      return indexQuery(expression.left);
    case 'SearchOr': {
      const operands = expression.operands.map(indexQuery);
      const known = operands.filter((operand) => operand !== undefined);
      return known.length < operands.length ? undefined : { kind: 'Any', operands: known };
    }
  }
}

function all(operands: readonly (IndexQuery | undefined)[]): IndexQuery | undefined {
  const known = operands.filter((operand) => operand !== undefined);
  return known.length > 1 ? { kind: 'All', operands: known } : known[0];
}

function ofWord(word: SearchWord): IndexQuery | undefined {
  if (word.some((piece) => piece.kind === 'Text' && !LETTERS.test(piece.text))) return undefined;
  const [first] = word;
  if (first?.kind === 'Text') {
    const isPrefix = word.length > 1 || first.text.length > INDEXED_LENGTH;
    return { kind: 'Word', text: first.text.slice(0, INDEXED_LENGTH), isPrefix };
  }
  return word.some((piece) => piece.kind === 'Text')
    ? { kind: 'Pattern', pattern: `^${wordPattern(word)}$` }
    : undefined;
}
