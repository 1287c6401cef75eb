/**
 * A text as a sequence of characters (code points), as PostgreSQL counts them: a letter outside the basic plane,
 * or an emoji, is one and is never cut in half.
 */
export interface Characters {
  slice(from: number, to: number): string;
  indexOf(part: string, from: number): number;
}

const astral = /[\ud800-\udfff]/;

/** How many characters the text has. */
export function characterCount(text: string): number {
  return astral.test(text) ? [...text].length : text.length;
}

/** The text by characters; one without surrogates is its own sequence. */
export function characters(text: string): Characters {
  if (!astral.test(text)) return text;
  const all = [...text];
  return {
    slice: (from, to) => all.slice(from, to).join(''),
    indexOf: (part, from) => {
      const found = text.indexOf(part, all.slice(0, from).join('').length);
      return found < 0 ? found : characterCount(text.slice(0, found));
    },
  };
}
