import { assertNever } from '@muster/kernel';
import type { Literal } from './literal.js';
import { encodeString } from './string-text.js';

/** The literal as SOQL text. */
export function printLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'StringLiteral':
      return encodeString(literal.value, literal.escapedWildcards);
    case 'NumberLiteral':
      return literal.text;
    case 'DateLiteral':
    case 'DateTimeLiteral':
    case 'TimeLiteral':
      return literal.value;
    case 'BooleanLiteral':
      return literal.value ? 'TRUE' : 'FALSE';
    case 'NullLiteral':
      return 'NULL';
    case 'CurrencyLiteral':
      return literal.currency + literal.amount;
    case 'DateRangeLiteral':
      return literal.count === null ? literal.range : `${literal.range}:${literal.count}`;
    default:
      return assertNever(literal);
  }
}
