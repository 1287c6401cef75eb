const TITLE = /^(sgt|lt|cpt|capt|col|maj|dr|mr|ms|mrs)$/i;

/**
 * Up to two initials, of the first and the last name. A rank or title in front is left out where a first and a last
 * name follow it, as in "Sgt Idris Vale": "Maj" alone before a family name is a given name too. One with a dot never is.
 */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '' && !word.endsWith('.'));
  const named = words.length > 2 && TITLE.test(words[0] ?? '') ? words.slice(1) : words;
  const last = named.length > 1 ? named.at(-1) : undefined;
  return [named[0], last].map((word) => (word ? ([...word][0]?.toLocaleUpperCase() ?? '') : '')).join('');
}
