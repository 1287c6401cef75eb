import { kaplanMeier, quantile } from '@muster/analytics';
import type { Session } from '@muster/records';
import type { Dashboard } from '../contract/index.js';
import type { ProcessVersion } from '../engine/index.js';
import type { Words } from '../messages/words.js';
import { loadStepWaits } from './step-waits.js';

type StepTime = Dashboard['timeInStep']['steps'][number];

/** How long people are at each step, those still waiting counted as such. */
export async function timeInStepFigure(
  session: Session,
  version: ProcessVersion,
  now: number,
  words: Words,
): Promise<Dashboard['timeInStep']> {
  const waits = await loadStepWaits(session, { process: version.key }, now);
  const steps = version.steps.flatMap((step): StepTime[] => {
    const of = waits.get(step.key);
    if (of === undefined) return [];
    const curve = kaplanMeier(of.observations);
    return [
      {
        step: step.key,
        label: words.label(step.label),
        entered: of.entered,
        finished: of.finished,
        stillWaiting: of.stillWaiting,
        medianDays: quantile(curve, 0.5),
        p80Days: quantile(curve, 0.8),
        targetDays: step.targetDays,
      },
    ];
  });
  return {
    population: words.say('figure.time.population', { process: words.label(version.name) }),
    steps,
    sentence: sentence(steps, words),
  };
}

/** Names the step whose median is furthest over its target, or says that none is. */
function sentence(steps: readonly StepTime[], words: Words): string {
  const measured = steps.filter(
    (step): step is StepTime & { medianDays: number } => step.medianDays !== null,
  );
  const [worst] = [...measured].sort((a, b) => b.medianDays / b.targetDays - a.medianDays / a.targetDays);
  if (worst === undefined) return words.say('figure.time.none');
  const key = worst.medianDays > worst.targetDays ? 'figure.time.over' : 'figure.time.within';
  return words.say(key, {
    step: worst.label,
    days: words.count('duration.days', worst.medianDays),
    target: words.count('duration.days', worst.targetDays),
    waiting: words.number(worst.stillWaiting),
  });
}
