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

/**
 * The words of a question that say what it is about: search words without the commonest words of English and Spanish,
 * or all of them when nothing else is left.
 */
export function significantWords(text: string): string[] {
  const words = searchWords(text);
  const significant = words.filter((word) => !COMMON_WORDS.has(word));
  return significant.length > 0 ? significant : words;
}

const COMMON_WORDS = new Set(
  [
    'a about after an and any are as at be been but by can could did do does for from get had has have how i if in',
    'into is it its me my no not of on or our so that the their them then there they this to was we were what when',
    'where which who why will with would you your',
    'al algo como con cual cuando de del desde donde e el ella ellos en era es esta estan este esto fue ha hay la las',
    'le les lo los me mi mis muy no nos o para pero por porque puedo que quien se ser si sin sobre son su sus te tengo',
    'tiene tu un una unas uno unos y ya yo',
  ].flatMap((line) => line.split(' ')),
);

/** Folds case, then takes accents off: what Unicode composes of a letter and marks becomes the letter. */
function plainWord(word: string): string {
  return fold(word).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
