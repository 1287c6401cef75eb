export type TokenKind = 'word' | 'number' | 'date' | 'dateTime' | 'time' | 'string' | 'symbol' | 'end';

/** A piece of query text. Shapes are rough here: whether a date is a real day is decided when its value is needed. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** What the grammar compares: a word in upper case, a symbol as written, empty for everything else. */
  readonly key: string;
  /** Offsets of the first character and of the one after the last. */
  readonly at: number;
  readonly end: number;
}

/** Words Salesforce does not take as an alias or as a bare field name (SOQL and SOSL Reference, "Alias Notation"). */
const RESERVED = new Set([
  'AND',
  'ASC',
  'DESC',
  'EXCLUDES',
  'FIRST',
  'FROM',
  'GROUP',
  'HAVING',
  'IN',
  'INCLUDES',
  'LAST',
  'LIKE',
  'LIMIT',
  'NOT',
  'NULL',
  'NULLS',
  'OR',
  'SELECT',
  'USING',
  'WHERE',
  'WITH',
]);

/** True for a word that may stand alone as a field or alias. */
export function isPlainWord(token: Token): boolean {
  return token.kind === 'word' && !RESERVED.has(token.key);
}

/** True for a word that may name an object: as `isPlainWord`, and `Group`, which is a standard object. */
export function isObjectWord(token: Token): boolean {
  return isPlainWord(token) || token.key === 'GROUP';
}
