import { Decimal } from 'decimal.js';
import { FormulaFault } from './formula-error.js';

/** Significant digits of every result, as Salesforce computes (its database's precision). */
const precision = 39;

/** Results from here on are `#Too Big!`; Salesforce draws the line for powers at 10^64. */
const maxExponent = 64;

/** Longer texts are not read as numbers. */
const maxNumberLength = 1000;

/** Decimal arithmetic of formulas: 39 digits, halves away from zero, nothing outside 10^±64 … 10^-100. */
export const Numeric = Decimal.clone({
  defaults: true,
  precision,
  rounding: Decimal.ROUND_HALF_UP,
  maxE: maxExponent,
  minE: -100,
});
export type Numeric = Decimal;

export const zero = new Numeric(0);

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,9})?$/;

/** Reads what Salesforce's VALUE reads: no spaces, no separators, an exponent allowed. Undefined for anything else. */
export function parseNumeric(text: string): Numeric | undefined {
  if (text.length > maxNumberLength || !numberPattern.test(text)) return undefined;
  const number = new Numeric(text).toSignificantDigits(precision);
  return number.isFinite() ? number : undefined;
}

/** The number itself, unless it has grown too big to be one. */
export function within(number: Numeric): Numeric {
  if (!number.isFinite()) throw new FormulaFault('TooBig', 'The result is too big.');
  return number;
}

/** The plain digits, never an exponent, no zeros at the end. */
export function formatNumeric(number: Numeric): string {
  return number.isZero() ? '0' : number.toFixed();
}

/** The whole part as a JavaScript integer; beyond ±10^9 the limit itself, which no caller can tell apart. */
export function toInteger(number: Numeric): number {
  const limit = 1e9;
  return Math.trunc(Math.min(limit, Math.max(-limit, number.toNumber())));
}
