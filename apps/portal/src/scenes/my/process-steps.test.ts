import { expect, it } from 'vitest';
import { processSteps } from './process-steps.js';

const word = (state: string) => `(${state})`;

it('shows what is known of a step in place of its state', () => {
  const steps = processSteps(
    [
      { title: 'Exam', state: 'done', detail: 'Done on 12 Sep' },
      { title: 'Medical check', state: 'now', detail: null },
      { title: 'Final offer', state: 'later', detail: null },
    ],
    word,
  );
  expect(steps.map(({ state, stateText }) => [state, stateText])).toEqual([
    ['done', 'Done on 12 Sep'],
    ['current', '(now)'],
    ['upcoming', '(later)'],
  ]);
});

it('does not show a step that was stopped as done', () => {
  const [step] = processSteps([{ title: 'Fitness test', state: 'stopped', detail: null }], word);
  expect(step).toMatchObject({ state: 'upcoming', stateText: '(stopped)' });
});
