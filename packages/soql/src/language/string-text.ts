const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

export interface DecodedString {
  readonly value: string;
  /** Offsets in `value` of each `_` and `%` that had a backslash. */
  readonly escapedWildcards: readonly number[];
  /** Offset in the quoted text of the first escape Salesforce does not know, or null. */
  readonly badEscape: number | null;
}

/** Decodes a string literal, quotes included (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
export function decodeString(quoted: string): DecodedString {
  const escapedWildcards: number[] = [];
  const end = quoted.length - 1;
  let value = '';
  let i = 1;
  while (i < end) {
    const slash = quoted.indexOf('\\', i);
    if (slash === -1 || slash >= end) break;
    value += quoted.slice(i, slash);
    const found = escapeAt(quoted, slash);
    if (found === undefined) return { value, escapedWildcards, badEscape: slash };
    if (found.isWildcard) escapedWildcards.push(value.length);
    value += found.character;
    i = found.end;
  }
  return { value: value + quoted.slice(i, end), escapedWildcards, badEscape: null };
}

interface Escape {
  readonly character: string;
  readonly isWildcard: boolean;
  readonly end: number;
}

function escapeAt(quoted: string, slash: number): Escape | undefined {
  const letter = quoted.charAt(slash + 1);
  if (letter === '_' || letter === '%') return { character: letter, isWildcard: true, end: slash + 2 };
  const known = ESCAPES[letter.toLowerCase()];
  if (known !== undefined) return { character: known, isWildcard: false, end: slash + 2 };
  const digits = quoted.slice(slash + 2, slash + 6);
  if (letter.toLowerCase() !== 'u' || !/^[0-9a-f]{4}$/i.test(digits)) return undefined;
  return { character: String.fromCharCode(Number.parseInt(digits, 16)), isWildcard: false, end: slash + 6 };
}

const LETTERS: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\b': 'b',
  '\f': 'f',
  "'": "'",
  '\\': '\\',
};

/** The string literal, quotes included, that `decodeString` reads back as `value` and `escapedWildcards`. */
export function encodeString(value: string, escapedWildcards: readonly number[]): string {
  const escaped = new Set(escapedWildcards);
  let quoted = '';
  for (let i = 0; i < value.length; i += 1) {
    const character = value.charAt(i);
    const letter = LETTERS[character];
    if (letter !== undefined) quoted += `\\${letter}`;
    else quoted += escaped.has(i) ? `\\${character}` : character;
  }
  return `'${quoted}'`;
}
