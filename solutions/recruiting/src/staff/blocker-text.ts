import { assertNever } from '@muster/kernel';
import type { Blocker, Process } from '../engine/index.js';
import type { Words } from '../messages/words.js';

type Prerequisite = Extract<Blocker, { kind: 'prerequisite' }>;

/** What keeps a step from going on, in words: the steps it waits for in one sentence, then the rest. */
export function blockerTexts(
  process: Process,
  blockers: readonly Blocker[],
  words: Words,
): readonly string[] {
  const steps = blockers.filter(isPrerequisite).map((blocker) => stepLabel(process, blocker, words));
  const others = blockers.flatMap((blocker) =>
    isPrerequisite(blocker) ? [] : [otherText(process, blocker, words)],
  );
  return steps.length === 0
    ? others
    : [words.say('blocker.prerequisite', { steps: steps.join(', ') }), ...others];
}

function isPrerequisite(blocker: Blocker): blocker is Prerequisite {
  return blocker.kind === 'prerequisite';
}

function stepLabel(process: Process, blocker: Prerequisite, words: Words): string {
  const step = process.steps[process.indexOf.get(blocker.step) ?? -1];
  return step === undefined ? blocker.step : words.label(step.label);
}

function otherText(process: Process, blocker: Exclude<Blocker, Prerequisite>, words: Words): string {
  switch (blocker.kind) {
    case 'retake_wait':
      return words.say('blocker.retake_wait', { day: words.day(blocker.until) });
    case 'gate': {
      const gate = process.version.gates.find((each) => each.key === blocker.gate);
      return words.say('blocker.gate', { gate: gate === undefined ? '' : words.label(gate.label) });
    }
    case 'not_submitted':
    case 'conditional_offer':
    case 'attempts_spent':
    case 'adjudication':
    case 'hold':
    case 'ended':
      return words.say(`blocker.${blocker.kind}`);
    default:
      return assertNever(blocker);
  }
}
