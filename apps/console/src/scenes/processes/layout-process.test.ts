import type { ProcessStepView } from '@muster/client';
import { expect, it } from 'vitest';
import { layoutProcess } from './layout-process.js';

const step = (key: string, ...after: readonly string[]): ProcessStepView => ({
  step: key,
  label: key,
  actor: 'agency',
  role: '',
  prerequisites: after.map((value) => ({ value, label: value })),
  afterConditionalOffer: false,
  targetDays: 1,
  validityMonths: null,
  attempts: null,
  waitDays: null,
  cost: 0,
  sealed: false,
  waivable: false,
});
const phase = (key: string, ...steps: readonly ProcessStepView[]) => ({ phase: key, label: key, steps });

it('puts steps of one phase side by side, and those that wait for each other in a row', () => {
  const layout = layoutProcess({
    phases: [
      phase('test', step('exam'), step('fitness', 'exam')),
      phase('checks', step('medical'), step('drugs')),
    ],
  });
  expect(layout.columns.map((column) => column.label)).toEqual(['test', '', 'checks']);
  expect(layout.steps.map(({ step: key, column, lane }) => [key, column, lane])).toEqual([
    ['exam', 0, 0],
    ['fitness', 1, 0],
    ['medical', 2, 0],
    ['drugs', 2, 1],
  ]);
  expect(layout.lanes).toBe(2);
});

it('leaves out arrows that a chain of others already says', () => {
  const layout = layoutProcess({
    phases: [
      phase('a', step('one')),
      phase('b', step('two', 'one')),
      phase('c', step('three', 'one', 'two')),
    ],
  });
  expect(layout.edges.map(({ from, to }) => `${from.step} ${to.step}`)).toEqual(['one two', 'two three']);
});
