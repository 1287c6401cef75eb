import type { Literal } from '../language/literal.js';
import { queryError } from '../language/query-error.js';
import type { CompileContext } from './source.js';

/** The wording Salesforce uses when a literal does not fit the field. */
export function wrongLiteral(
  context: CompileContext,
  literal: Literal,
  label: string,
  type: string,
  quoted: boolean,
): Error {
  return queryError(
    context.text,
    'INVALID_FIELD',
    literal.at,
    `value of filter criterion for field '${label}' must be of type ${type} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
  );
}
