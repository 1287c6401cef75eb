import type { Application } from '../application/load-application.js';
import type { ApplicationState } from '../engine/index.js';
import type { Words } from '../messages/words.js';

/** One plain sentence for the candidate: where the application is, and whom it waits on. */
export function whereIAm({ process, state }: Application, words: Words): string {
  const titleOf = (key: string | undefined) => {
    const step = process.steps[process.indexOf.get(key ?? '') ?? -1];
    return step === undefined ? words.say('where.application') : words.label(step.candidateLabel);
  };
  const since = state.waitingSince === undefined ? '' : words.day(state.waitingSince);
  switch (state.status) {
    case 'draft':
      return words.say('where.draft');
    case 'withdrawn':
      return words.say('where.withdrawn', { day: words.day(state.closing?.at ?? 0) });
    case 'closed':
      return words.say('where.closed', { day: words.day(state.closing?.at ?? 0) });
    case 'on_duty':
      return words.say('where.on_duty', { day: words.day(state.onDutyAt ?? 0) });
    case 'held':
      return heldSentence(state, since, words);
    case 'submitted':
    case 'in_process':
      return waitingSentence(state, titleOf, since, words);
  }
}

function heldSentence(state: ApplicationState, since: string, words: Words): string {
  if (state.adjudication === undefined) return holdSentence(state, words);
  return state.waitingOn === 'candidate'
    ? words.say('where.gate_you', { day: since })
    : words.say('where.gate', { day: since });
}

function holdSentence({ hold }: ApplicationState, words: Words): string {
  const reason = hold?.reason ?? '';
  return hold?.until === undefined
    ? words.say('where.on_hold', { day: words.day(hold?.since ?? 0), reason })
    : words.say('where.on_hold_until', { day: words.day(hold.until), reason });
}

function waitingSentence(
  state: ApplicationState,
  titleOf: (key: string | undefined) => string,
  since: string,
  words: Words,
): string {
  const scheduled = state.steps.find((step) => step.isOpen && step.appointment !== undefined);
  if (state.waitingOn === 'candidate' && scheduled?.step === state.waitingStep && scheduled?.appointment) {
    const { startsAt } = scheduled.appointment;
    return words.say('where.appointment', { step: titleOf(scheduled.step), time: words.time(startsAt) });
  }
  const step = titleOf(state.waitingStep);
  const hold = state.steps.find((each) => each.step === state.waitingStep)?.hold;
  if (hold !== undefined) {
    return words.say('where.step_on_hold', { step, day: words.day(hold.since), reason: hold.reason });
  }
  if (state.waitingOn !== undefined) return words.say(`where.${state.waitingOn}`, { step, day: since });
  const again = state.steps.find((each) => each.nextAttemptAt !== undefined);
  if (again?.nextAttemptAt === undefined) return words.say('where.working');
  return words.say('where.again_from', { step: titleOf(again.step), day: words.day(again.nextAttemptAt) });
}
