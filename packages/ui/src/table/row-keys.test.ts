import { expect, test } from 'vitest';
import { nextRowIndex, toggled } from './row-keys.js';

test('arrows and j, k move by one and stop at the ends', () => {
  expect(nextRowIndex('ArrowDown', 0, 3)).toBe(1);
  expect(nextRowIndex('k', 1, 3)).toBe(0);
  expect(nextRowIndex('j', 2, 3)).toBeUndefined();
  expect(nextRowIndex('ArrowUp', 0, 3)).toBeUndefined();
});

test('Home and End go to the ends; other keys do nothing; an empty table has nowhere to go', () => {
  expect(nextRowIndex('End', 0, 200)).toBe(199);
  expect(nextRowIndex('Home', 120, 200)).toBe(0);
  expect(nextRowIndex('a', 1, 3)).toBeUndefined();
  expect(nextRowIndex('End', 0, 0)).toBeUndefined();
});

test('a key is put in, then taken out, and the given set stays as it was', () => {
  const before = new Set(['a']);
  const after = toggled(before, 'b');
  expect([...after]).toEqual(['a', 'b']);
  expect([...toggled(after, 'a')]).toEqual(['b']);
  expect([...before]).toEqual(['a']);
});
