import { assertNever } from '@muster/kernel';
import type { Blocker, Process } from '../engine/index.js';
import type { Words } from '../messages/words.js';

/** What keeps a step from going on, in words. */
export function blockerText(process: Process, blocker: Blocker, words: Words): string {
  switch (blocker.kind) {
    case 'prerequisite': {
      const step = process.steps[process.indexOf.get(blocker.step) ?? -1];
      return words.say('blocker.prerequisite', { step: step === undefined ? '' : words.label(step.label) });
    }
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
