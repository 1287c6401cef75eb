import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quoteJson } from './quote-json.js';

it('writes any text as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(quoteJson(text)).toBe(JSON.stringify(text));
    }),
  );
  for (const text of [
    '',
    'plain',
    'a "b" \\ c',
    '\u0000\n\t\u001f\u007f',
    '\ud83e\udd8a',
    'half \ud83e',
    '\u2028',
  ]) {
    expect(quoteJson(text)).toBe(JSON.stringify(text));
  }
});
