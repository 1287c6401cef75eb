import type { Application } from '../application/load-application.js';
import { sealOf } from '../application/sealing.js';
import type { HiringEvent } from '../engine/index.js';
import type { Words } from '../messages/words.js';

/**
 * What was decided, in the candidate's words: how the application ended, or the result of a step. `isMail`: others
 * may read it too, so that a sealed result is left out.
 */
export function decisionText(
  { process, state, log }: Application,
  id: string | undefined,
  words: Words,
  isMail = false,
): string | undefined {
  const event = log.find((each) => each.id === id);
  if (event === undefined) return undefined;
  if (state.closing?.at === event.effectiveAt) {
    const { disposition: key } = state.closing;
    const disposition = process.version.dispositions.find((each) => each.key === key);
    const reason = disposition === undefined ? words.say('closed.no_reason') : words.label(disposition.label);
    return words.say('review.of_end', { reason });
  }
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const outcome = step?.outcomes.get(event.outcome ?? '');
  if (step === undefined) return undefined;
  const title = words.label(step.candidateLabel);
  const isTold = outcome !== undefined && !(isMail && sealOf(step) !== undefined);
  return isTold ? words.say('review.of_step', { step: title, outcome: words.label(outcome.label) }) : title;
}

/** Why something was done, as a mail may say it: what lies under seal stays inside the portal. */
export function reasonInMail({ process }: Application, event: HiringEvent, words: Words): string {
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const isSealed = step !== undefined && sealOf(step) !== undefined;
  return isSealed ? words.say('notice.reason_inside') : (event.reason ?? '');
}
