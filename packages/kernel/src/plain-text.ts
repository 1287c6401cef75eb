import { fold } from './fold.js';

/** Stretches of the Latin, Greek and Cyrillic scripts that hold letters with accents. */
const SCRIPTS = [
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1fff],
] as const;

/** Accents that stand as characters of their own behind their letter. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Letters with accents, and what each is without, by what Unicode composes them of. */
const bare: ReadonlyMap<string, string> = new Map(
  SCRIPTS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
      .map((letter) => [letter, withoutAccents(letter)] as const)
      .filter(([letter, plain]) => /\p{L}/u.test(letter) && plain !== letter && [...plain].length === 1),
  ),
);

/** Letters with accents, and at the same places what they are without: arguments of PostgreSQL's translate(). */
export const ACCENTED_FROM = [...bare.keys()].join('');
export const ACCENTED_TO = [...bare.values()].join('');

const ACCENTED = new RegExp(`[${ACCENTED_FROM}]`, 'g');

/** The text as searches see it, without case and accents: `María` and `MARIA` are the same. */
export function plainText(text: string): string {
  return fold(text.replace(ACCENTS, '').replace(ACCENTED, (letter) => bare.get(letter) ?? letter));
}

/** Every spelling of a plain letter: itself, its capital, and both with accents. What has no others is its own only one. */
export function spellingsOf(letter: string): readonly string[] {
  return spellings.get(letter) ?? [letter];
}

function withoutAccents(letter: string): string {
  return letter.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

const spellings: ReadonlyMap<string, readonly string[]> = collectSpellings();

function collectSpellings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [first, last] of [[0x41, 0x7a], ...SCRIPTS] as const) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      if (!/\p{L}/u.test(letter)) continue;
      const plain = plainText(letter);
      found.set(plain, [...(found.get(plain) ?? []), letter]);
    }
  }
  return found;
}
