import { expect, it } from 'vitest';
import { rankOf } from './rank.js';

const boots = { title: 'Dry and re-proof your boots', summary: 'Wet leather, cold feet' };

it('puts titles before summaries before texts', () => {
  const ranks = [['boot'], ['leather'], ['wax']].map((searched) => rankOf(boots, searched));
  expect(ranks).toEqual([0, 1, 2]);
});

it('adds up over the searched words', () => {
  expect(rankOf(boots, ['boot', 'feet', 'wax'])).toBe(3);
  expect(rankOf(boots, [])).toBe(0);
});
