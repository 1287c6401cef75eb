import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { es } from './es.js';
import type { MessageKey } from './message-key.js';
import { wordsIn } from './words.js';

const keys = Object.keys(en) as MessageKey[];
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('catalogues', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(es)).toEqual(keys);
  });

  it('use the same values, and leave nothing untranslated', () => {
    for (const key of keys) {
      expect(placeholders(es[key]), key).toEqual(placeholders(en[key]));
      const own = en[key].replace(/\{\w+\}/g, '');
      if (own.length > 12) expect(es[key], key).not.toBe(en[key]);
    }
  });

  it('never call a person a score, a lead or talent', () => {
    for (const key of keys) expect(en[key], key).not.toMatch(/\b(score|lead|deal|talent|insight)s?\b/i);
  });
});

describe('words', () => {
  const at = Date.parse('2026-11-03T23:30:00Z');
  const options = { timeZone: 'America/New_York', now: at } as const;
  const english = wordsIn({ ...options, language: 'en' });
  const spanish = wordsIn({ ...options, language: 'es' });

  it('say days in the zone of the reader, with the year when it is another', () => {
    expect(english.day(at)).toBe('3 Nov');
    expect(spanish.day(at)).toBe('3 nov');
    expect(english.time(at)).toBe('3 Nov, 18:30');
    expect(english.day(Date.parse('2027-02-14T12:00:00Z'))).toBe('14 Feb 2027');
    expect(wordsIn({ ...options, language: 'en', timeZone: 'Asia/Tokyo' }).day(at)).toBe('4 Nov');
  });

  it('count', () => {
    expect(english.count('duration.days', 1)).toBe('1 day');
    expect(english.count('duration.days', 1200)).toBe('1,200 days');
    expect(spanish.count('duration.weeks', 2)).toBe('2 semanas');
  });
});
