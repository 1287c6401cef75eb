import { fold } from './fold.js';

/** A word of a text, where it stands, and what it is searched by. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Without case and accents: `batería` is found by `bateria`. */
  readonly plain: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text in order: runs of letters and digits. `FI-114` is two of them. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: plainWord(word),
  }));
}

/** The words of a text as searches see them, each once, in the order in which they first occur. */
export function searchWords(text: string): string[] {
  return [...new Set(wordsOf(text).map((word) => word.plain))];
}

/** Folds case, then takes accents off: what Unicode composes of a letter and marks becomes the letter. */
function plainWord(word: string): string {
  return fold(word).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
