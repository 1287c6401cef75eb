import { dayOf } from './calendar.js';
import { FormulaFault } from './formula-error.js';

/** Finds the day an instant falls on for somebody in an IANA time zone. Throws RangeError for an unknown zone. */
export type LocalDay = (instant: number, timeZone: string) => number;

/**
 * A LocalDay that keeps one formatter per zone, since making one takes far longer than using it, and its last
 * answer, since a batch asks for one TODAY over and over.
 */
export function createLocalDay(): LocalDay {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  let last = { instant: Number.NaN, timeZone: '', day: 0 };
  return (instant, timeZone) => {
    if (last.instant === instant && last.timeZone === timeZone) return last.day;
    let formatter = formatters.get(timeZone);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      });
      formatters.set(timeZone, formatter);
    }
    const parts = { year: 0, month: 0, day: 0 };
    for (const { type, value } of formatter.formatToParts(instant)) {
      if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value);
    }
    const day = dayOf(parts);
    if (day === undefined) throw new FormulaFault('OutOfRange', 'The date is outside the years 1 to 9999.');
    last = { instant, timeZone, day };
    return day;
  };
}
