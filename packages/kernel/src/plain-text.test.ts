import { expect, test } from 'vitest';
import { plainText, spellingsOf } from './plain-text.js';

test('takes off case and accents, however they are written', () => {
  expect(plainText('María José ÁLVAREZ')).toBe('maria jose alvarez');
  expect(plainText('cafe\u0301')).toBe(plainText('CAFÉ'));
  expect(plainText('Ὀδυσσεύς')).toBe('οδυσσευσ');
  expect(plainText('Ёлка')).toBe('елка');
});

test('leaves other text alone', () => {
  expect(plainText('漢字 がく हिन्दी 🙂 ø ß')).toBe('漢字 がく हिन्दी 🙂 ø ß');
});

test('of plain text is that text', () => {
  const text = Array.from({ length: 0x2fff }, (_, i) => String.fromCodePoint(i)).join('');
  expect(plainText(plainText(text))).toBe(plainText(text));
});

test('spellings are those whose plain text is the letter', () => {
  expect(spellingsOf('n')).toEqual(expect.arrayContaining(['n', 'N', 'ñ', 'Ñ', 'ń']));
  expect(spellingsOf('щ')).toEqual(['Щ', 'щ']);
  expect(spellingsOf('漢')).toEqual(['漢']);
  expect(spellingsOf('7')).toEqual(['7']);
  for (const letter of spellingsOf('e')) expect(plainText(letter)).toBe('e');
});
