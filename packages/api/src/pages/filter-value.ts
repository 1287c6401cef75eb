import { dayInZone, daysAfter, MusterError, wallClockInstant } from '@muster/kernel';
import { fixedDateRanges, numberedDateRanges } from '@muster/soql';

/** The values of a filter: `Red, "Blue, dark"` are two. One empty value stands for no value at all. */
export function filterValues(text: string): readonly string[] {
  const values: string[] = [];
  let value = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      values.push(value.trim());
      value = '';
    } else value += character;
  }
  return [...values, value.trim()];
}

/** What a date in a filter is: a range relative to now, a calendar day, or an instant. */
export type FilterDate =
  | { readonly kind: 'range'; readonly literal: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'instant'; readonly milliseconds: number };

/** Reads `TODAY`, `LAST_N_DAYS:30`, `LAST 30 DAYS`, `2026-03-01`, `3/1/2026` or an instant. @throws MusterError INVALID_FIELD */
export function readFilterDate(text: string): FilterDate {
  const relative = relativeDate(text);
  if (relative !== undefined) return { kind: 'range', literal: relative };
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const day = american
    ? `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`
    : /^\d{4}-\d{2}-\d{2}$/.exec(text)?.[0];
  if (day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return { kind: 'day', day };
  const milliseconds = day === undefined ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(milliseconds)) return { kind: 'instant', milliseconds };
  throw new MusterError('INVALID_FIELD', `The filter of the list view has ${text} where a date is expected`);
}

/** `LAST 30 DAYS` is written `LAST_N_DAYS:30` in SOQL. */
function relativeDate(text: string): string | undefined {
  const name = text.trim().toUpperCase().replaceAll(/\s+/g, '_');
  const isFixed = fixedDateRanges.some((range) => range === name);
  const literal = isFixed ? name : name.replace(/^(LAST|NEXT)_(\d+)_(\w+)$/, '$1_N_$3:$2');
  const [range, count] = literal.split(':');
  const isNumbered = numberedDateRanges.some((known) => known === range) && /^\d{1,5}$/.test(count ?? '');
  return isFixed || isNumbered ? literal : undefined;
}

/** The first moment of a day in a zone and the first of the next, as SOQL writes them. */
export function dayBounds(day: string, timeZone: string): { readonly start: string; readonly end: string } {
  const at = (date: string) => {
    const instant = wallClockInstant(`${date}T00:00`, timeZone);
    if (instant === undefined) throw new MusterError('INVALID_FIELD', `${date} is no day`);
    return new Date(instant).toISOString();
  };
  return { start: at(day), end: at(daysAfter(day, 1)) };
}

/** The day an instant falls on. */
export function dayOf(milliseconds: number, timeZone: string): string {
  return dayInZone(milliseconds, timeZone);
}
