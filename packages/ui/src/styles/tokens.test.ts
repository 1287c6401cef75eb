/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.js';

const styles = ['palette.css', 'tokens.css'].map((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8'),
);
const declarations = new Map(
  [...styles.join('').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    (match) => [String(match[1]), String(match[2])] as const,
  ),
);

function colorOf(name: string, theme: 'light' | 'dark'): string {
  const value = declarations.get(name);
  if (value === undefined) throw new Error(`There is no token --${name}.`);
  const both = /^light-dark\((.+),\s*([^,]+)\)$/.exec(value);
  const chosen = both ? String(both[theme === 'light' ? 1 : 2]).trim() : value;
  const reference = /^var\(--([\w-]+)\)$/.exec(chosen);
  return reference ? colorOf(String(reference[1]), theme) : chosen;
}

const surfaces = ['canvas', 'surface', 'surface-sunken', 'surface-raised', 'surface-hover'];
const words: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  [
    'text',
    [
      ...surfaces,
      'surface-pressed',
      'primary-soft',
      'warning-soft',
      'danger-soft',
      'info-soft',
      'success-soft',
    ],
  ],
  ['text-muted', surfaces],
  ['link', surfaces],
  ['danger-text', surfaces],
  ['text-inverse', ['surface-inverse']],
  ['on-primary', ['primary', 'primary-hover', 'primary-pressed']],
  ['on-danger', ['danger', 'danger-hover']],
  ['on-brand', ['brand']],
  ['on-primary-soft', ['primary-soft', 'primary-soft-hover', ...surfaces]],
  ['on-info-soft', ['info-soft']],
  ['on-success-soft', ['success-soft', 'surface']],
  ['on-warning-soft', ['warning-soft']],
  ['on-danger-soft', ['danger-soft']],
  ['on-waiting-soft', ['waiting-soft']],
  ['on-neutral-soft', ['neutral-soft']],
];
const marks: readonly (readonly [mark: string, grounds: readonly string[]])[] = [
  ['border-control', surfaces],
  ['focus', surfaces],
  ['primary', surfaces],
  ['primary-line', ['surface', 'canvas']],
  ['danger-line', ['surface', 'canvas']],
  ['chart-1', ['surface']],
  ['chart-2', ['surface']],
  ['chart-3', ['surface']],
  ['chart-4', ['surface']],
  ['chart-5', ['surface']],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(words)('%s can be read on its grounds (4.5:1)', (text, grounds) => {
    for (const ground of grounds) {
      expect(contrast(colorOf(text, theme), colorOf(ground, theme)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(marks)('%s can be seen on its grounds (3:1)', (mark, grounds) => {
    for (const ground of grounds) {
      expect(contrast(colorOf(mark, theme), colorOf(ground, theme)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});

test('grades 50 apart reach 4.5:1 and grades 40 apart 3:1, whatever their families', () => {
  const grades = [...declarations]
    .map(([name, color]) => ({ grade: Number(/^[a-z]+-(\d+)$/.exec(name)?.[1]), color, name }))
    .filter(
      ({ grade, color }) => [5, 10, 20, 30, 40, 50, 60, 70, 80, 90].includes(grade) && color.startsWith('#'),
    );
  expect(grades.length).toBe(70);
  for (const low of grades) {
    for (const high of grades) {
      const distance = high.grade - low.grade;
      const pair = `${low.name} ${high.name}`;
      if (distance >= 50) expect(contrast(low.color, high.color), pair).toBeGreaterThanOrEqual(4.5);
      else if (distance >= 40) expect(contrast(low.color, high.color), pair).toBeGreaterThanOrEqual(3);
    }
  }
});
