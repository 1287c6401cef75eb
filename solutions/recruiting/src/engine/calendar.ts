import type { Period } from './process.js';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const dayInMs = 86_400_000;

export const addDays = (at: Instant, days: number): Instant => at + days * dayInMs;

/** The same UTC time of day so many days or calendar months later; a day the month lacks becomes its last one. */
export function addPeriod(at: Instant, period: Period): Instant {
  if ('days' in period) return addDays(at, period.days);
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + period.months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

/** The UTC day of an instant as `2026-11-03`. */
export const isoDay = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** The earlier of two instants, either of which may be missing. */
export function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}

/** The later of two instants, either of which may be missing. */
export function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
