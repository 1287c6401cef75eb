import { expect, it } from 'vitest';
import { nextRun } from './look-at-jobs.js';

const at = (text: string) => Date.parse(text);

it('finds the next minute a crontab line fits, in UTC', () => {
  const now = at('2026-11-25T17:40:30Z');
  expect(nextRun('* * * * *', now)).toBe(at('2026-11-25T17:41:00Z'));
  expect(nextRun('17 3 * * *', now)).toBe(at('2026-11-26T03:17:00Z'));
  expect(nextRun('0 0 1 1 *', now)).toBe(at('2027-01-01T00:00:00Z'));
});

it('does not find the minute that runs already', () => {
  expect(nextRun('40 17 * * *', at('2026-11-25T17:40:00Z'))).toBe(at('2026-11-26T17:40:00Z'));
});
