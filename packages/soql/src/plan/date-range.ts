import { assertNever } from '@muster/kernel';
import { DateTime, type DateTimeUnit } from 'luxon';
import type { DateRangeLiteral } from '../language/literal.js';

/** A stretch of whole days in the reader's zone: from the first day's start until the end day's start. */
export interface DateRange {
  readonly start: DateTime;
  readonly end: DateTime;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * The days a date literal stands for, with the meanings of the SOQL and SOSL Reference, "Date Formats and Date
 * Literals". Weeks begin on Sunday; the fiscal year is the calendar year.
 */
export function dateRange(literal: DateRangeLiteral, now: number, timeZone: string): DateRange {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day');
  const name = literal.range.replace('FISCAL_', '');
  if (name === 'LAST_90_DAYS') return days(today, -90, 91);
  if (name === 'NEXT_90_DAYS') return days(today, 1, 90);
  const count = literal.count ?? 1;
  const unit = unitOf(name);
  const current = startOf(today, unit);
  switch (relation(name)) {
    case 'this':
      return span(current, unit, 0, 1);
    case 'last':
      return unit === 'day' && literal.count !== null
        ? days(today, -count, count + 1)
        : span(current, unit, -count, count);
    case 'next':
      return span(current, unit, 1, count);
    case 'ago':
      return span(current, unit, -count, 1);
    default:
      return assertNever(relation(name) as never);
  }
}

function relation(name: string): 'this' | 'last' | 'next' | 'ago' {
  if (name === 'TODAY' || name.startsWith('THIS_')) return 'this';
  if (name.endsWith('_AGO')) return 'ago';
  return name === 'TOMORROW' || name.startsWith('NEXT_') ? 'next' : 'last';
}

function unitOf(name: string): Unit {
  if (name.includes('WEEK')) return 'week';
  if (name.includes('MONTH')) return 'month';
  if (name.includes('QUARTER')) return 'quarter';
  return name.includes('YEAR') ? 'year' : 'day';
}

/** luxon's weeks begin on Monday. */
function startOf(day: DateTime, unit: Unit): DateTime {
  return unit === 'week' ? day.minus({ days: day.weekday % 7 }) : day.startOf(unit as DateTimeUnit);
}

function span(current: DateTime, unit: Unit, from: number, length: number): DateRange {
  return { start: current.plus({ [`${unit}s`]: from }), end: current.plus({ [`${unit}s`]: from + length }) };
}

function days(today: DateTime, from: number, length: number): DateRange {
  return { start: today.plus({ days: from }), end: today.plus({ days: from + length }) };
}
