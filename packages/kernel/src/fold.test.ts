import { expect, test } from 'vitest';
import { FOLD_FROM, FOLD_TO, fold } from './fold.js';

test('the table is Unicode lower case, letter by letter, with two named exceptions', () => {
  const differing = [...FOLD_FROM].filter((letter, i) => letter.toLowerCase() !== [...FOLD_TO][i]);
  expect(differing).toEqual(['İ', 'ς']);
  expect([...FOLD_FROM].length).toBe([...FOLD_TO].length);
});

test('folding twice is folding once', () => {
  expect(fold(fold(FOLD_FROM))).toBe(fold(FOLD_FROM));
});

test('folds names people have and leaves other text alone', () => {
  expect(fold('José ÁLVAREZ')).toBe('josé álvarez');
  expect(fold('ΟΔΥΣΣΕΎΣ')).toBe(fold('οδυσσεύς'));
  expect(fold('ЩЕРБАК, Ґ')).toBe('щербак, ґ');
  expect(fold('İZMİR')).toBe('izmir');
  expect(fold('100% 漢字 ß 🙂')).toBe('100% 漢字 ß 🙂');
});
