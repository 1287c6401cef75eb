import { expect, test } from 'vitest';
import { addPeriod, isoDay } from './calendar.js';

test.each([
  ['2026-01-31T08:00:00Z', { months: 1 }, '2026-02-28'],
  ['2024-02-29T08:00:00Z', { months: 12 }, '2025-02-28'],
  ['2026-11-30T23:59:00Z', { months: 3 }, '2027-02-28'],
  ['2026-03-10T12:00:00Z', { months: 18 }, '2027-09-10'],
  ['2026-02-27T12:00:00Z', { days: 2 }, '2026-03-01'],
])('%s and %o is %s', (from, period, to) => {
  const at = addPeriod(Date.parse(from), period);
  expect(isoDay(at)).toBe(to);
  expect(new Date(at).toISOString().slice(11, 16)).toBe(from.slice(11, 16));
});
