import { type FieldDef, fieldType } from '@muster/metadata';
import { DateTime } from 'luxon';
import type { FunctionCall, Operand } from '../../language/ast.js';
import { queryError } from '../../language/query-error.js';
import type { CompileContext, ResolvedField } from '../source.js';
import type { FunctionContext } from './function-context.js';

/**
 * A number, date, time or amount as text of the reader's locale, date-times in the reader's zone. Other values are
 * written as they are.
 */
export function readFormat(functions: FunctionContext, node: FunctionCall, operand: Operand): ResolvedField {
  const { context, place } = functions;
  if (place !== 'SELECT') {
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, `FORMAT() cannot be used in ${place}`);
  }
  const resolved = functions.read(operand);
  const format = formatter(context, resolved.field);
  return format === undefined ? resolved : { ...resolved, toJson: (text) => JSON.stringify(format(text)) };
}

/** From PostgreSQL's text of a value to the text a person reads; undefined where it is written as it is anyway. */
function formatter(context: CompileContext, field: FieldDef): ((text: string) => string) | undefined {
  const { storage, describeType } = fieldType(field);
  const { locale, timeZone } = context;
  switch (storage) {
    case 'integer':
    case 'numeric': {
      const digits = new Intl.NumberFormat(locale, {
        minimumFractionDigits: field.scale ?? 0,
        maximumFractionDigits: field.scale ?? 0,
      });
      const number = (text: string) => digits.format(text as `${number}`);
      return describeType === 'percent' ? (text) => `${number(text)}%` : number;
    }
    case 'date':
      return (text) =>
        DateTime.fromISO(text, { zone: 'UTC' }).setLocale(locale).toLocaleString(DateTime.DATE_SHORT);
    case 'timestamptz':
      return (text) =>
        DateTime.fromSQL(text, { zone: timeZone }).setLocale(locale).toLocaleString(DateTime.DATETIME_SHORT);
    case 'time':
      return (text) =>
        DateTime.fromISO(text, { zone: 'UTC' }).setLocale(locale).toLocaleString(DateTime.TIME_SIMPLE);
    default:
      return undefined;
  }
}
