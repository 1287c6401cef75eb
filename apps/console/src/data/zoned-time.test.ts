import { expect, it } from 'vitest';
import { dayInZone, daysAfter, instantInZone } from './zoned-time.js';

it.each([
  ['2026-11-25', '09:30', 'America/New_York', '2026-11-25T14:30:00.000Z'],
  ['2026-07-01', '09:30', 'America/New_York', '2026-07-01T13:30:00.000Z'],
  ['2026-03-29', '03:30', 'Europe/Madrid', '2026-03-29T01:30:00.000Z'],
  ['2026-11-25', '09:30', 'Asia/Kolkata', '2026-11-25T04:00:00.000Z'],
  ['2026-11-25', '00:00', 'UTC', '2026-11-25T00:00:00.000Z'],
])('%s %s in %s', (day, time, zone, instant) => {
  expect(instantInZone(day, time, zone)).toBe(instant);
});

it('knows the day of a zone, and days after it', () => {
  expect(dayInZone(Date.parse('2026-11-25T02:00:00Z'), 'America/New_York')).toBe('2026-11-24');
  expect(daysAfter('2026-02-27', 2)).toBe('2026-03-01');
});
