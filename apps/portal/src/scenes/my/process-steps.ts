import type { MyApplication } from '@muster/client';
import type { ProcessStep } from '@muster/ui';

type Step = MyApplication['steps'][number];

const states: Readonly<Record<Step['state'], ProcessStep['state']>> = {
  done: 'done',
  now: 'current',
  later: 'upcoming',
  stopped: 'upcoming',
};

/** The steps of an application as the list shows them; what the server says of a step stands in place of its state. */
export function processSteps(
  steps: readonly Step[],
  word: (state: Step['state']) => string,
): readonly ProcessStep[] {
  return steps.map(({ title, state, detail }, index) => ({
    id: String(index),
    title,
    state: states[state],
    stateText: detail ?? word(state),
  }));
}
