import { describe, expect, it } from 'vitest';
import { guessFormats } from './guess-formats.js';

const days = (...texts: string[]) => guessFormats(texts, [], 'en').dateOrder;
const numbers = (...texts: string[]) => guessFormats([], texts, 'en').decimalSeparator;

describe('how days are written', () => {
  it('is told by a number that is no month', () => {
    expect(days('03/04/2026', '25/04/2026')).toBe('DMY');
    expect(days('03/04/2026', '04/25/2026')).toBe('MDY');
    expect(days('2026-04-25')).toBe('YMD');
  });

  it('is that of the language where the days do not tell', () => {
    expect(days('03/04/2026')).toBe('MDY');
    expect(guessFormats(['03/04/2026'], [], 'es').dateOrder).toBe('DMY');
  });
});

it('how numbers are written is told by what parts thousands and decimals', () => {
  expect(numbers('1.234,5')).toBe('COMMA');
  expect(numbers('7,5')).toBe('COMMA');
  expect(numbers('1,234')).toBe('POINT');
  expect(numbers('12.5')).toBe('POINT');
  expect(numbers('12')).toBe('POINT');
  expect(guessFormats([], ['12'], 'es').decimalSeparator).toBe('COMMA');
});
