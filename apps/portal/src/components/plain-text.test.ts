import { expect, it } from 'vitest';
import { readPlainText } from './plain-text.js';

it('parts paragraphs at blank lines and keeps line breaks within one', () => {
  expect(readPlainText('You work in pairs.\nAt night too.\n\nYou live at the post.')).toEqual([
    { kind: 'Paragraph', text: 'You work in pairs.\nAt night too.' },
    { kind: 'Paragraph', text: 'You live at the post.' },
  ]);
});

it('makes a list of lines that begin with a dash, also right under a sentence', () => {
  expect(readPlainText('You get:\n- a boat\n- a radio\nEvery year.')).toEqual([
    { kind: 'Paragraph', text: 'You get:' },
    { kind: 'List', items: ['a boat', 'a radio'] },
    { kind: 'Paragraph', text: 'Every year.' },
  ]);
});

it('shows nothing for nothing', () => {
  expect(readPlainText(' \n\n ')).toEqual([]);
});
