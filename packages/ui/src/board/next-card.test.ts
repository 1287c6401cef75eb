import { expect, test } from 'vitest';
import { nextCard } from './next-card.js';

const sizes = [3, 0, 1, 2];

test('up and down stay in the column', () => {
  expect(nextCard('ArrowDown', { column: 0, card: 1 }, sizes)).toEqual({ column: 0, card: 2 });
  expect(nextCard('ArrowDown', { column: 0, card: 2 }, sizes)).toBeUndefined();
  expect(nextCard('ArrowUp', { column: 0, card: 0 }, sizes)).toBeUndefined();
  expect(nextCard('End', { column: 3, card: 0 }, sizes)).toEqual({ column: 3, card: 1 });
});

test('sideways skips empty columns and keeps the height as far as it goes', () => {
  expect(nextCard('ArrowRight', { column: 0, card: 2 }, sizes)).toEqual({ column: 2, card: 0 });
  expect(nextCard('ArrowLeft', { column: 3, card: 1 }, sizes)).toEqual({ column: 2, card: 0 });
  expect(nextCard('ArrowRight', { column: 3, card: 0 }, sizes)).toBeUndefined();
  expect(nextCard('ArrowLeft', { column: 0, card: 0 }, sizes)).toBeUndefined();
});

test('other keys lead nowhere', () => {
  expect(nextCard('a', { column: 0, card: 0 }, sizes)).toBeUndefined();
});
