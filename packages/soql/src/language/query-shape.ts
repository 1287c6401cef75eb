import type { SelectQuery } from './ast.js';
import type { Literal } from './literal.js';
import { printQuery } from './print-soql.js';

/** A value of a query that its plan takes as a parameter: one literal, or all the values of a list of one kind. */
export type QueryParameter = Literal | readonly Literal[];

/** A query without its values: queries of one `text` share a plan and differ in `parameters`. */
export interface QueryShape {
  readonly text: string;
  /** In the order their places stand in `text`; the very nodes of the query. */
  readonly parameters: readonly QueryParameter[];
}

/**
 * Takes the values out of a query. Their kinds stay in the text, since the kind decides how a value compares, and so
 * does NULL. A list of one kind is one parameter whatever its length; a mixed list or one with NULL is taken apart.
 */
export function queryShape(query: SelectQuery): QueryShape {
  const parameters: QueryParameter[] = [];
  const one = (literal: Literal): string => {
    if (literal.kind === 'NullLiteral') return 'NULL';
    parameters.push(literal);
    return placeOf(literal);
  };
  const list = (literals: readonly Literal[]): string => {
    const [first] = literals;
    const isUniform = first !== undefined && literals.every((literal) => literal.kind === first.kind);
    if (!isUniform || first.kind === 'NullLiteral') return literals.map(one).join(', ');
    parameters.push(literals);
    return `${placeOf(first)}...`;
  };
  return { text: printQuery(query, { one, list }), parameters };
}

/** A colon begins a bind variable, which no query holds: a place can not be mistaken for a value. */
function placeOf(literal: Literal): string {
  return `:${literal.kind.slice(0, -'Literal'.length)}`;
}
