import { describe, expect, it } from 'vitest';
import { formatAutoNumber, isAutoNumberFormat } from './format-auto-number.js';

describe('auto numbers', () => {
  it('fills the zeros and the parts of the day', () => {
    expect(formatAutoNumber('APP-{000000}', 42, '2026-11-25')).toBe('APP-000042');
    expect(formatAutoNumber('{YYYY}{MM}{DD}/{00}', 7, '2026-11-25')).toBe('20261125/07');
    expect(formatAutoNumber('IN-{YYMMDD}-{000}', 7, '2026-11-25')).toBe('IN-261125-007');
    expect(formatAutoNumber('{YY}-{0}', 12_345, '2026-11-25')).toBe('26-12345');
  });

  it('knows a format that has one counter', () => {
    expect(isAutoNumberFormat('APP-{000000}')).toBe(true);
    expect(isAutoNumberFormat('APP')).toBe(false);
    expect(isAutoNumberFormat('{00}{00}')).toBe(false);
    expect(isAutoNumberFormat('{X}{00}')).toBe(false);
  });
});
