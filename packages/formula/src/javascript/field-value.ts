import type { FormulaType } from '../check/formula-type.js';
import {
  formatDay,
  formatInstant,
  formatTime,
  instantWithinCalendar,
  parseDay,
  parseInstant,
  parseTime,
} from './calendar.js';
import { type FormulaError, FormulaFault, isFormulaError } from './formula-error.js';
import { formatNumeric, Numeric, parseNumeric } from './numeric.js';
import type { Value } from './value.js';

/**
 * A field's value as the API spells it: text, a number or its digits, true and false, `2026-03-01`,
 * `2026-03-01T14:05:00.000Z` (or milliseconds since 1970), `14:05:00.000Z`; a multi-select picklist as `A;B` or a
 * list. Blank is null, undefined or an empty text. A formula field that failed hands its error on.
 */
export type FieldValue = string | number | boolean | readonly string[] | FormulaError | null | undefined;

/** The result of a formula: numbers as their digits, dates and times as above, blank as null. */
export type FormulaValue = string | boolean | null;

/**
 * Brings a field's value into the form formulas compute with. An unanswered checkbox is false, as in Salesforce.
 * Throws a fault when the value is not of the field's type.
 */
export function readFieldValue(value: FieldValue, type: FormulaType): Value {
  if (isFormulaError(value)) throw new FormulaFault(value.code, value.message);
  if (type === 'Boolean') return readBoolean(value);
  if (value === null || value === undefined || value === '') return null;
  const read = readers[type](value);
  if (read === undefined) throw unfit(value, type);
  return read;
}

function readBoolean(value: PresentValue | null | undefined): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined || value === '') return false;
  throw unfit(value, 'Boolean');
}

type PresentValue = Exclude<FieldValue, FormulaError | null | undefined>;
type Reader = (value: PresentValue) => Value | undefined;

const readText: Reader = (value) => (typeof value === 'string' ? value : undefined);

const readers: Readonly<Record<Exclude<FormulaType, 'Boolean'>, Reader>> = {
  Text: readText,
  Id: readText,
  Picklist: readText,
  Multipicklist: (value) => (Array.isArray(value) ? value.join(';') || null : readText(value)),
  Number: (value) => {
    if (typeof value === 'string') return parseNumeric(value);
    const number = new Numeric(typeof value === 'number' ? value : Number.NaN);
    return number.isFinite() ? number : undefined;
  },
  Date: (value) => (typeof value === 'string' ? parseDay(value) : undefined),
  DateTime: (value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return instantWithinCalendar(Math.floor(value));
    return typeof value === 'string' ? parseInstant(value) : undefined;
  },
  Time: (value) => (typeof value === 'string' ? parseTime(value.replace(/Z$/, '')) : undefined),
  Null: () => null,
};

/** Brings a computed value into the form the API spells. What is neither true nor false is shown as false. */
export function presentValue(value: Value, type: FormulaType): FormulaValue {
  if (type === 'Boolean') return value === true;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value !== 'number') return formatNumeric(value);
  if (type === 'Date') return formatDay(value);
  return type === 'Time' ? formatTime(value) : formatInstant(value);
}

function unfit(value: PresentValue, type: FormulaType): FormulaFault {
  return new FormulaFault('UnfitValue', `The value ${JSON.stringify(value).slice(0, 80)} is no ${type}.`);
}
