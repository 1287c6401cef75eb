import { expect, test } from 'vitest';
import { createMessages } from './create-messages.js';
import { en } from './en.js';
import { es } from './es.js';
import { createFormats } from './formats.js';
import { matchLocale } from './locale.js';

const now = () => new Date('2026-11-25T12:00:00Z');
const english = createFormats('en', 'America/New_York', now);
const spanish = createFormats('es', 'America/New_York', now);

test('a message is formatted in each language with its plural rule', () => {
  const messages = createMessages({
    en: { waiting: '{count, plural, one {# person waits} other {# people wait}}' },
    es: { waiting: '{count, plural, one {espera # persona} other {esperan # personas}}' },
  });
  expect(messages.format('en', 'waiting', { count: 1 })).toBe('1 person waits');
  expect(messages.format('es', 'waiting', { count: 12 })).toBe('esperan 12 personas');
});

test('tags in a message become the parts that their functions return', () => {
  const messages = createMessages({
    en: { ask: 'Ask <a>Tomas</a>.' },
    es: { ask: 'Pregunte a <a>Tomas</a>.' },
  });
  const parts = messages.formatParts<{ name: string }>('en', 'ask', {
    a: ([name]) => ({ name: String(name) }),
  });
  expect(parts).toEqual(['Ask ', { name: 'Tomas' }, '.']);
});

test('every message of the components is valid in both languages and uses the same values', () => {
  const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(new Set(argumentsOf(es[key])), key).toEqual(new Set(argumentsOf(en[key])));
  }
});

test('days leave out the year only when it is this one', () => {
  expect(english.day('2026-11-03')).toBe('3 Nov');
  expect(english.day('2027-02-14')).toBe('14 Feb 2027');
  expect(spanish.day('2026-11-03')).toBe('3 nov');
});

test('a calendar day never shifts by zone, a moment does', () => {
  expect(english.day('2026-11-03')).toBe('3 Nov');
  expect(english.dateTime('2026-11-03T02:30:00Z')).toBe('2 Nov, 21:30');
});

test('phrases people know', () => {
  expect(english.saved('2026-11-25T15:42:00Z')).toBe('saved 10:42');
  expect(english.since('2026-11-03')).toBe('since 3 Nov');
  expect(english.goodUntil('2026-11-25')).toBe('Good until 25 Nov');
  expect(english.goodUntil('2026-11-24')).toBe('Expired 24 Nov');
  expect(spanish.goodUntil('2026-12-14')).toBe('Vale hasta el 14 dic');
});

test('relative days count calendar days in the zone', () => {
  expect(english.relativeDay('2026-11-25')).toBe('today');
  expect(english.relativeDay('2026-11-24')).toBe('yesterday');
  expect(english.relativeDay('2026-11-28')).toBe('in 3 days');
  expect(english.relativeDay('2026-11-26T03:00:00Z')).toBe('today');
});

test('ages are short and switch from minutes to hours to days', () => {
  expect(english.age('2026-11-25T11:59:40Z')).toBe('now');
  expect(english.age('2026-11-25T11:26:00Z')).toBe('34 min');
  expect(english.age('2026-11-24T09:00:00Z')).toBe('27 h');
  expect(english.age('2026-11-13T12:00:00Z')).toBe('12 d');
});

test('numbers, shares, money and file sizes', () => {
  expect(english.number(2470)).toBe('2,470');
  expect(english.percent(0.0152, 1)).toBe('1.5%');
  expect(english.money(2300)).toBe('$2,300');
  expect(english.fileSize(2_430_000)).toBe('2.4 MB');
  expect(english.fileSize(10_000_000)).toBe('10 MB');
  expect(english.fileSize(120)).toBe('1 kB');
  expect(english.fileSize(78_100_000_000)).toBe('78.1 GB');
});

test('the language is the first preferred one that exists', () => {
  expect(matchLocale(['fr-CA', 'es-MX', 'en'])).toBe('es');
  expect(matchLocale(['de'])).toBe('en');
});
