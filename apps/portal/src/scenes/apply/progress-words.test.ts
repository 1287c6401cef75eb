import { expect, it } from 'vitest';
import { applyMessages } from '../../messages/apply/use-apply-text.js';
import { progressWords } from './progress-words.js';

const say = (locale: 'en' | 'es', position: number, of: number) => {
  const { key, values } = progressWords({ position, of });
  return applyMessages.format(locale, key, values);
};

it('says how far along somebody is', () => {
  expect(say('en', 3, 9)).toBe('Question 3 of about 9');
  expect(say('es', 3, 9)).toBe('Pregunta 3 de unas 9');
});

it('says which one is the last', () => {
  expect(say('en', 9, 9)).toBe('Question 9, the last one');
});

it('promises nothing on the first question when only that one is known', () => {
  expect(say('en', 1, 1)).toBe('Question 1');
});
