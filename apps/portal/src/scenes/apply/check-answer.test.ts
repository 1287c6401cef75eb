import type { QuestionView } from '@muster/client';
import { expect, it } from 'vitest';
import { checkAnswer } from './check-answer.js';

const time = { now: Date.parse('2026-11-25T12:00:00Z'), timeZone: 'America/New_York' };

const ask = (key: string, kind: QuestionView['kind'], formula: string | null, rest = {}): QuestionView => ({
  key,
  kind,
  text: key,
  help: null,
  why: '',
  required: true,
  options: [],
  maxLength: null,
  check: formula === null ? null : { formula, message: 'This cannot be right.' },
  answer: null,
  document: null,
  ...rest,
});

const birth = ask('birth_date', 'date', 'AND(birth_date <= TODAY(), YEAR(birth_date) >= 1900)');

it('says nothing against an answer that keeps to the rule', () => {
  expect(checkAnswer({ question: birth, value: '2002-03-27' }, [], time)).toBeUndefined();
});

it('gives the message of the rule that is broken', () => {
  expect(checkAnswer({ question: birth, value: '2031-01-01' }, [], time)).toBe('This cannot be right.');
  const weeks = ask('weeks', 'number', 'AND(weeks >= 1, weeks <= 20)');
  expect(checkAnswer({ question: weeks, value: 30 }, [], time)).toBe('This cannot be right.');
});

it('goes by the day in the zone of the person', () => {
  const today = ask('start', 'date', 'start >= TODAY()');
  const night = { now: Date.parse('2026-11-26T02:00:00Z'), timeZone: 'America/New_York' };
  expect(checkAnswer({ question: today, value: '2026-11-25' }, [], night)).toBeUndefined();
});

it('looks at answers given before, and leaves the rule to the server where it does not know them', () => {
  const from = ask('from', 'date', 'from >= birth_date');
  expect(checkAnswer({ question: from, value: '1990-01-01' }, [], time)).toBeUndefined();
  const known = [{ ...birth, answer: '2002-03-27' }];
  expect(checkAnswer({ question: from, value: '1990-01-01' }, known, time)).toBe('This cannot be right.');
});

it('has no rule for a question that was passed over', () => {
  expect(checkAnswer({ question: birth, value: null }, [], time)).toBeUndefined();
});
