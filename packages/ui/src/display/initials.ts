/** Up to two initials, first and last name; ranks and titles ending in a dot, and "Sgt", "Dr" and the like, are left out. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/)
    .filter(
      (word) => word !== '' && !word.endsWith('.') && !/^(sgt|lt|cpt|capt|col|maj|dr|mr|ms|mrs)$/i.test(word),
    );
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => (word ? ([...word][0]?.toLocaleUpperCase() ?? '') : '')).join('');
}
