/** JSON as it was read, numbers as the text that stood there: digits beyond a double's are kept. */
export type Exact = string | boolean | null | ExactNumber | ExactRecord | readonly Exact[];
export interface ExactRecord {
  readonly [name: string]: Exact;
}
export interface ExactNumber {
  readonly [DIGITS]: string;
}
const DIGITS = Symbol('digits');

/** What no text of a record begins with, as no text that is stored holds it. */
const MARK = '\u0000';
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Reads JSON text of our own making. */
export function readExact(json: string): Exact {
  const marked = json.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"\\u0000${token}"`));
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? { [DIGITS]: value.slice(1) } : value,
  ) as Exact;
}

/** The digits of a number; undefined for what is none. */
export function digitsOf(value: Exact): string | undefined {
  return typeof value === 'object' && value !== null && DIGITS in value
    ? (value as ExactNumber)[DIGITS]
    : undefined;
}
