import { type FieldDef, fieldType, type StorageType } from '@muster/metadata';
import type { Literal } from '../language/literal.js';
import { queryError } from '../language/query-error.js';
import { restoreId } from './restore-id.js';
import type { CompileContext } from './source.js';
import { wrongLiteral } from './wrong-literal.js';

/** Kinds of literal each storage type compares with. */
const FITTING: Record<StorageType, readonly Literal['kind'][]> = {
  text: ['StringLiteral'],
  id: ['StringLiteral'],
  numeric: ['NumberLiteral', 'CurrencyLiteral'],
  integer: ['NumberLiteral'],
  boolean: ['BooleanLiteral'],
  date: ['DateLiteral'],
  timestamptz: ['DateTimeLiteral'],
  time: ['TimeLiteral'],
};

/**
 * The value of a literal in PostgreSQL's input syntax; undefined when no stored value can equal it, as for an id
 * whose letters were changed beyond repair.
 * @throws MusterError INVALID_FIELD when the literal is of another type than the field.
 */
export function literalText(
  context: CompileContext,
  field: FieldDef,
  literal: Literal,
  label: string,
): string | undefined {
  const type = fieldType(field);
  if (!FITTING[type.storage].includes(literal.kind)) {
    throw wrongLiteral(
      context,
      literal,
      label,
      type.describeType,
      type.storage === 'text' || type.storage === 'id',
    );
  }
  if (type.storage === 'id' && literal.kind === 'StringLiteral')
    return idText(context, literal.value, literal.at);
  switch (literal.kind) {
    case 'StringLiteral':
    case 'DateLiteral':
    case 'DateTimeLiteral':
    case 'TimeLiteral':
      return literal.value;
    case 'NumberLiteral':
      return literal.text;
    case 'CurrencyLiteral':
      return literal.amount;
    case 'BooleanLiteral':
      return String(literal.value);
    default:
      return undefined;
  }
}

/** Neither the empty text nor 18 characters that are no id equal anything; all else is a mistake of the query. */
function idText(context: CompileContext, value: string, at: number): string | undefined {
  const id = restoreId(value);
  if (id !== undefined) return id;
  if (value === '' || /^[0-9A-Za-z]{18}$/.test(value)) return undefined;
  throw queryError(context.text, 'INVALID_QUERY_FILTER_OPERATOR', at, `invalid ID field: ${value}`);
}
