import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormat } from './read-formats.js';

describe('days', () => {
  it.each([
    ['DMY', '31/12/2026', '2026-12-31'],
    ['DMY', '1.2.2026', '2026-02-01'],
    ['MDY', '12-31-2026', '2026-12-31'],
    ['YMD', '2026/1/2', '2026-01-02'],
    ['DMY', ' 31/12/2026 ', '2026-12-31'],
  ] as const)('%s: %s is %s', (dateOrder, text, day) => {
    expect(readFormat(text, 'date', { dateOrder })).toBe(day);
  });

  it.each(['31/12/26', '2026-12-31', 'soon', '', '31/12', '31/12/2026 10:00'])(
    'of another form stay as they are: %s',
    (text) => expect(readFormat(text, 'date', { dateOrder: 'DMY' })).toBe(text),
  );

  it('stay as they are when no order is named', () => {
    expect(readFormat('31/12/2026', 'date', {})).toBe('31/12/2026');
  });
});

describe('times', () => {
  const madrid = { dateOrder: 'DMY', timeZone: 'Europe/Madrid' } as const;
  it.each([
    ['25/11/2026 14:30', '2026-11-25T13:30:00Z'],
    ['25/7/2026 14:30:05', '2026-07-25T12:30:05Z'],
    ['25/11/2026 2:30 p.m.', '2026-11-25T13:30:00Z'],
    ['25/11/2026 12:05 AM', '2026-11-24T23:05:00Z'],
    ['25/11/2026', '2026-11-24T23:00:00Z'],
    ['2026-11-25T14:30:00+01:00', '2026-11-25T14:30:00+01:00'],
    ['25/11/2026 25:00', '25/11/2026 25:00'],
    ['25/11/2026 13:00 pm', '25/11/2026 13:00 pm'],
  ])('%s is %s', (text, instant) => {
    expect(readFormat(text, 'timestamptz', madrid)).toBe(instant);
  });

  it('without a zone are not guessed', () => {
    expect(readFormat('25/11/2026 14:30', 'timestamptz', { dateOrder: 'DMY' })).toBe('25/11/2026 14:30');
  });
});

describe('numbers', () => {
  it.each([
    ['COMMA', '1.234,50', '1234.50'],
    ['COMMA', '-7,5', '-7.5'],
    ['COMMA', '1 234 567', '1234567'],
    ['COMMA', '12.34', '12.34'],
    ['POINT', '1,234.50', '1234.50'],
    ['POINT', '1,23', '1,23'],
    ['POINT', 'many', 'many'],
  ] as const)('%s: %s is %s', (decimalSeparator, text, number) => {
    expect(readFormat(text, 'numeric', { decimalSeparator })).toBe(number);
  });

  it('come back as they were written in either way', () => {
    const amount = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, fc.constantFrom('es-ES', 'de-DE', 'fr-FR', 'de-CH', 'en-US'), (value, locale) => {
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
          .format(value)
          .replace('\u2212', '-')
          .replaceAll('\u2019', "'");
        const decimalSeparator = locale === 'en-US' || locale === 'de-CH' ? 'POINT' : 'COMMA';
        expect(Number(readFormat(text, 'numeric', { decimalSeparator }))).toBe(value);
      }),
    );
  });
});

it('text is text', () => {
  expect(readFormat('1.234,5', 'text', { decimalSeparator: 'COMMA' })).toBe('1.234,5');
});
