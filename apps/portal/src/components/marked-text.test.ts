import { expect, it } from 'vitest';
import { readSnippet } from './marked-text.js';

it('parts a snippet at the words that match', () => {
  expect(readSnippet('…dry ⟦boots⟧ at night, ⟦boot⟧')).toEqual([
    { text: '…dry ', isHit: false },
    { text: 'boots', isHit: true },
    { text: ' at night, ', isHit: false },
    { text: 'boot', isHit: true },
  ]);
});

it('takes text without marks, or with a mark that is not closed, as it is', () => {
  expect(readSnippet('plain')).toEqual([{ text: 'plain', isHit: false }]);
  expect(readSnippet('a ⟦b')).toEqual([{ text: 'a ⟦b', isHit: false }]);
});
