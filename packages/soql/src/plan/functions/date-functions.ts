import { type FieldDef, fieldType } from '@muster/metadata';
import { binary, call, type Expr, param } from '@muster/sql';
import type { Argument, FunctionCall } from '../../language/ast.js';
import { queryError } from '../../language/query-error.js';
import { derivedField } from '../name-object.js';
import type { ResolvedField } from '../source.js';
import type { FunctionContext } from './function-context.js';

/** What a date function takes from a moment without a zone, by the names of the SOQL and SOSL Reference, "Date Functions". */
const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: { read: part('year') },
  CALENDAR_QUARTER: { read: part('quarter') },
  CALENDAR_MONTH: { read: part('month') },
  DAY_IN_YEAR: { read: part('doy') },
  DAY_IN_MONTH: { read: part('day') },
  DAY_IN_WEEK: { read: (moment) => plusOne(part('dow')(moment)) },
  DAY_ONLY: { read: (moment) => call('day_of', moment), type: 'Date', dateTimeOnly: true },
  FISCAL_YEAR: { read: part('year') },
  FISCAL_QUARTER: { read: part('quarter') },
  FISCAL_MONTH: { read: part('month') },
  HOUR_IN_DAY: { read: part('hour'), dateTimeOnly: true },
  WEEK_IN_MONTH: { read: (moment) => weekOf(part('day')(moment)) },
  WEEK_IN_YEAR: { read: (moment) => weekOf(part('doy')(moment)) },
};

interface DateFunction {
  readonly read: (moment: Expr) => Expr;
  readonly type?: FieldDef['type'];
  readonly dateTimeOnly?: true;
}

export function isDateFunction(name: string): boolean {
  return Object.hasOwn(FUNCTIONS, name.toUpperCase());
}

/**
 * A part of a date or date-time. Date-times are taken in UTC, or inside `convertTimezone()` in the reader's zone; the
 * fiscal year is the calendar year.
 */
export function readDateFunction(functions: FunctionContext, node: FunctionCall): ResolvedField {
  const { context } = functions;
  const name = node.name.text.toUpperCase();
  const { read, type = 'Number', dateTimeOnly = false } = FUNCTIONS[name] as DateFunction;
  const [argument] = node.arguments;
  const inner = argument && convertedArgument(argument);
  const operand = inner ?? argument;
  if (node.arguments.length !== 1 || operand?.kind !== 'Path') {
    throw queryError(context.text, 'MALFORMED_QUERY', node.at, `${name}() takes one date field`);
  }
  const { object, field, expr } = functions.read(operand);
  const { storage } = fieldType(field);
  const isDateTime = storage === 'timestamptz';
  if (!isDateTime && (storage !== 'date' || dateTimeOnly || inner !== undefined)) {
    const message = `field ${field.name} does not support ${inner ? 'convertTimezone' : name}()`;
    throw queryError(context.text, 'MALFORMED_QUERY', operand.at, message);
  }
  const zone = inner ? context.timeZone : 'UTC';
  const moment = isDateTime ? call('at_zone', expr, param(zone, 'text')) : expr;
  return { object, field: derivedField(name, type), expr: read(moment) };
}

function convertedArgument(argument: Argument): Argument | undefined {
  const isConversion =
    argument.kind === 'FunctionCall' && argument.name.text.toUpperCase() === 'CONVERTTIMEZONE';
  return isConversion && argument.arguments.length === 1 ? argument.arguments[0] : undefined;
}

function part(name: string): (moment: Expr) => Expr {
  return (moment) => call('date_part', param(name, 'text'), moment);
}

function plusOne(expr: Expr): Expr {
  return binary('+', expr, param(1, 'integer'));
}

/** Weeks here are stretches of seven days from the first of the month or year. */
function weekOf(day: Expr): Expr {
  return plusOne(call('floor', binary('/', binary('-', day, param(1, 'integer')), param(7, 'integer'))));
}
