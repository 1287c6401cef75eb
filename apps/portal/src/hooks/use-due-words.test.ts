import { expect, it } from 'vitest';
import { daysFromNow } from './use-due-words.js';

const noon = new Date(2026, 10, 25, 12).getTime();

it('counts a calendar day as open until its end', () => {
  expect(daysFromNow('2026-11-25', noon)).toBe(0);
  expect(daysFromNow('2026-11-24', noon)).toBe(-1);
  expect(daysFromNow('2026-12-04', noon)).toBe(9);
});

it('counts an instant as past right after it', () => {
  expect(daysFromNow(new Date(noon - 1), noon)).toBe(-1);
  expect(daysFromNow(new Date(noon + 1), noon)).toBe(0);
});
