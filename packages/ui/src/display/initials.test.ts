import { expect, test } from 'vitest';
import { initialsOf } from './initials.js';

test.each([
  ['Nia Calder', 'NC'],
  ['Sgt Idris Vale', 'IV'],
  ['Ana María de la Cruz', 'AC'],
  ['Priya', 'P'],
  ['élodie Çelik', 'ÉÇ'],
  ['', ''],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
