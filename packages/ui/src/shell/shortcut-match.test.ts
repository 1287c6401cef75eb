import { expect, test } from 'vitest';
import { matchShortcut, type Shortcut } from './shortcut-match.js';

const shortcut = (keys: string, label = keys): Shortcut => ({
  keys,
  label,
  group: 'Test',
  onTrigger: () => undefined,
});
const shortcuts = [shortcut('g b'), shortcut('g h'), shortcut('r'), shortcut('?')];

test('one key hits at once, a sequence waits for its second key', () => {
  expect(matchShortcut(shortcuts, [], 'r')).toMatchObject({ kind: 'Hit', shortcut: { keys: 'r' } });
  expect(matchShortcut(shortcuts, [], 'g')).toEqual({ kind: 'Begun', typed: ['g'] });
  expect(matchShortcut(shortcuts, ['g'], 'h')).toMatchObject({ kind: 'Hit', shortcut: { keys: 'g h' } });
});

test('a sequence that leads nowhere starts anew with its last key', () => {
  expect(matchShortcut(shortcuts, ['g'], 'r')).toMatchObject({ kind: 'Hit', shortcut: { keys: 'r' } });
  expect(matchShortcut(shortcuts, ['g'], 'g')).toEqual({ kind: 'Begun', typed: ['g'] });
  expect(matchShortcut(shortcuts, ['g'], 'x')).toEqual({ kind: 'None' });
});

test('a page overrides the same key of the frame around it', () => {
  const all = [shortcut('r', 'frame'), shortcut('r', 'page')];
  expect(matchShortcut(all, [], 'r')).toMatchObject({ shortcut: { label: 'page' } });
});
