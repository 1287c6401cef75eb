import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.js';
import { colorOf, gradeColors } from './read-tokens.js';

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
  const grades = gradeColors();
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
