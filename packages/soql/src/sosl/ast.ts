import type { Name, SelectQuery } from '../language/ast.js';

/*
 * The tree of one SOSL query. What is searched for stands in `find`; each object of RETURNING is a query of its own,
 * whose rows must besides contain what is searched for.
 */

export interface SearchQuery {
  readonly kind: 'SearchQuery';
  readonly find: SearchExpression;
  readonly group: SearchGroup;
  /** Empty: every object is searched, and answered with ids. */
  readonly returning: readonly SelectQuery[];
  readonly limit: number | null;
  /** Clauses that are read and not computed, at their places. */
  readonly unsupported: readonly Name[];
}

export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

export type SearchExpression = SearchAnd | SearchOr | SearchAndNot | SearchPhrase;

export interface SearchAnd {
  readonly kind: 'SearchAnd';
  readonly operands: readonly SearchExpression[];
}

export interface SearchOr {
  readonly kind: 'SearchOr';
  readonly operands: readonly SearchExpression[];
}

/** Has the one and not the other. */
export interface SearchAndNot {
  readonly kind: 'SearchAndNot';
  readonly left: SearchExpression;
  readonly right: SearchExpression;
}

/** Words that stand side by side in one field; a single word is the commonest phrase. */
export interface SearchPhrase {
  readonly kind: 'SearchPhrase';
  readonly words: readonly SearchWord[];
}

/** A word without case and accents, in pieces: letters and digits as they are, `*` any number of any, `?` one. */
export type SearchWord = readonly WordPiece[];

export type WordPiece =
  | { readonly kind: 'Text'; readonly text: string }
  | { readonly kind: 'Any' }
  | { readonly kind: 'One' };
