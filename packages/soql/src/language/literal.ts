/** A quoted text, decoded. */
export interface StringLiteral {
  readonly kind: 'StringLiteral';
  readonly value: string;
  /** Offsets in `value` of each `_` and `%` written with a backslash: in LIKE they stand for themselves. */
  readonly escapedWildcards: readonly number[];
  readonly at: number;
}

/** A decimal number as digits, without a plus sign: `-12.50`, `1E6`. */
export interface NumberLiteral {
  readonly kind: 'NumberLiteral';
  readonly text: string;
  readonly at: number;
}

/** A calendar day, `2026-11-30`. */
export interface DateLiteral {
  readonly kind: 'DateLiteral';
  readonly value: string;
  readonly at: number;
}

/** An instant in UTC to the millisecond, `2026-11-30T08:00:00.000Z`, whatever offset it was written with. */
export interface DateTimeLiteral {
  readonly kind: 'DateTimeLiteral';
  readonly value: string;
  readonly at: number;
}

/** A time of day in UTC, `08:30:00.000Z`. */
export interface TimeLiteral {
  readonly kind: 'TimeLiteral';
  readonly value: string;
  readonly at: number;
}

export interface BooleanLiteral {
  readonly kind: 'BooleanLiteral';
  readonly value: boolean;
  readonly at: number;
}

export interface NullLiteral {
  readonly kind: 'NullLiteral';
  readonly at: number;
}

/** An amount of one currency, `USD-500.25`. */
export interface CurrencyLiteral {
  readonly kind: 'CurrencyLiteral';
  readonly currency: string;
  readonly amount: string;
  readonly at: number;
}

/** What Salesforce calls a date literal: a stretch of days counted from today, such as `LAST_N_DAYS:30`. */
export interface DateRangeLiteral {
  readonly kind: 'DateRangeLiteral';
  readonly range: FixedDateRange | NumberedDateRange;
  /** The number after the colon; null for a fixed range. */
  readonly count: number | null;
  readonly at: number;
}

export type Literal =
  | StringLiteral
  | NumberLiteral
  | DateLiteral
  | DateTimeLiteral
  | TimeLiteral
  | BooleanLiteral
  | NullLiteral
  | CurrencyLiteral
  | DateRangeLiteral;

/** Date literals without a number (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
export const fixedDateRanges = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_WEEK',
  'THIS_WEEK',
  'NEXT_WEEK',
  'LAST_MONTH',
  'THIS_MONTH',
  'NEXT_MONTH',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  'LAST_QUARTER',
  'THIS_QUARTER',
  'NEXT_QUARTER',
  'LAST_YEAR',
  'THIS_YEAR',
  'NEXT_YEAR',
  'LAST_FISCAL_QUARTER',
  'THIS_FISCAL_QUARTER',
  'NEXT_FISCAL_QUARTER',
  'LAST_FISCAL_YEAR',
  'THIS_FISCAL_YEAR',
  'NEXT_FISCAL_YEAR',
] as const;

/** Date literals followed by a colon and a number. */
export const numberedDateRanges = [
  'LAST_N_DAYS',
  'NEXT_N_DAYS',
  'N_DAYS_AGO',
  'LAST_N_WEEKS',
  'NEXT_N_WEEKS',
  'N_WEEKS_AGO',
  'LAST_N_MONTHS',
  'NEXT_N_MONTHS',
  'N_MONTHS_AGO',
  'LAST_N_QUARTERS',
  'NEXT_N_QUARTERS',
  'N_QUARTERS_AGO',
  'LAST_N_YEARS',
  'NEXT_N_YEARS',
  'N_YEARS_AGO',
  'LAST_N_FISCAL_QUARTERS',
  'NEXT_N_FISCAL_QUARTERS',
  'N_FISCAL_QUARTERS_AGO',
  'LAST_N_FISCAL_YEARS',
  'NEXT_N_FISCAL_YEARS',
  'N_FISCAL_YEARS_AGO',
] as const;

export type FixedDateRange = (typeof fixedDateRanges)[number];
export type NumberedDateRange = (typeof numberedDateRanges)[number];

/** The text as an SQL LIKE pattern whose escape character is the backslash. */
export function likePattern(literal: StringLiteral): string {
  const escaped = new Set(literal.escapedWildcards);
  let pattern = '';
  for (let i = 0; i < literal.value.length; i += 1) {
    const character = literal.value.charAt(i);
    pattern += character === '\\' || escaped.has(i) ? `\\${character}` : character;
  }
  return pattern;
}
