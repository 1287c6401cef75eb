import { expect, test } from 'vitest';
import { initialsOf } from './initials.js';

test.each([
  ['Nia Calder', 'NC'],
  ['Sgt Idris Vale', 'IV'],
  ['Maj Tarn', 'MT'],
  ['Maj. Tarn', 'T'],
  ['Dr Maj Tarn', 'MT'],
  ['Ana María de la Cruz', 'AC'],
  ['Priya', 'P'],
  ['élodie Çelik', 'ÉÇ'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
