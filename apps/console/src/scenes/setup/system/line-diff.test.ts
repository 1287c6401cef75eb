import { it as check, fc } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { diffLines } from './line-diff.js';

it('shows what went and what came around what stayed', () => {
  expect(diffLines('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: 'b' },
    { kind: 'new', text: 'x' },
    { kind: 'same', text: 'c' },
  ]);
  expect(diffLines('', 'a\n')).toEqual([{ kind: 'new', text: 'a' }]);
});

it('leaves out what is the same far from any change', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
  const [skipped, ...rest] = diffLines(lines, `${lines}\nend`);
  expect(skipped).toEqual({ kind: 'skipped', count: 17 });
  expect(rest).toHaveLength(4);
});

const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((lines) => lines.join('\n'));

check.prop([texts, texts])('holds both texts whole', (before, after) => {
  const parts = diffLines(before, after).flatMap((part) => (part.kind === 'skipped' ? [] : [part]));
  const side = (kind: 'gone' | 'new') =>
    parts.filter((part) => part.kind === kind || part.kind === 'same').map(({ text }) => text);
  if (before === after) return;
  expect(side('gone').join('\n')).toBe(before);
  expect(side('new').join('\n')).toBe(after);
});
