import type { Application } from '../application/load-application.js';
import { isSealedDisposition } from '../application/projection.js';
import type { ApplicationState, StepState } from '../engine/index.js';
import type { Words } from '../messages/words.js';
import type { Reader } from './reader.js';

/** Screen 6 in one sentence: `Waiting on the clinic since 3 Nov; fitness test expires 14 Feb`. */
export function applicationSentence(application: Application, reader: Reader, words: Words): string {
  const { review } = application.state;
  const parts = [
    mainClause(application, reader, words),
    review && words.say('sentence.review', { day: words.day(review.since) }),
    expiryClause(application, words),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

function mainClause(application: Application, reader: Reader, words: Words): string {
  const { process, state } = application;
  const since = state.waitingSince === undefined ? '' : words.day(state.waitingSince);
  switch (state.status) {
    case 'draft':
      return words.say('sentence.draft', { day: since });
    case 'withdrawn':
      return words.say('sentence.withdrawn', { day: words.day(state.closing?.at ?? 0) });
    case 'closed':
      return words.say('sentence.closed', {
        day: words.day(state.closing?.at ?? 0),
        reason: dispositionText(application, reader, words),
      });
    case 'on_duty':
      return words.say('sentence.on_duty', { day: words.day(state.onDutyAt ?? 0) });
    case 'held': {
      if (state.adjudication === undefined) return holdClause(state, words);
      return words.say('sentence.adjudication', {
        day: words.day(state.adjudication.since),
        who: words.say(`who.${state.adjudication.waitingOn}`),
      });
    }
    case 'submitted':
    case 'in_process': {
      if (state.waitingOn === undefined) return words.say('sentence.nothing_open');
      const step = process.steps[process.indexOf.get(state.waitingStep ?? '') ?? -1];
      const isHeld = state.steps.find((each) => each.step === state.waitingStep)?.state === 'held';
      if (isHeld && step !== undefined) {
        const who = words.say(`who.${state.waitingOn}`);
        return words.say('sentence.step_on_hold', { step: words.label(step.label), day: since, who });
      }
      return words.say('sentence.waiting', {
        who: waitedOn(application, words),
        day: since,
        step: step === undefined ? '' : lowerFirst(words.label(step.label)),
      });
    }
  }
}

function holdClause({ hold }: ApplicationState, words: Words): string {
  const who = words.say(`who.${hold?.waitingOn ?? 'agency'}`);
  const day = words.day(hold?.since ?? 0);
  return hold?.until === undefined
    ? words.say('sentence.on_hold', { day, who })
    : words.say('sentence.on_hold_until', { day, until: words.day(hold.until), who });
}

/** Whom an application waits on in words: the candidate, or the role responsible for the step. */
export function waitedOn({ process, state }: Pick<Application, 'process' | 'state'>, words: Words): string {
  if (state.waitingOn === 'candidate') return words.say('who.candidate');
  const step = process.steps[process.indexOf.get(state.waitingStep ?? '') ?? -1];
  const role = process.version.roles.find((each) => each.key === step?.role);
  if (role === undefined) return words.say(`who.${state.waitingOn ?? 'agency'}`);
  return words.say('who.role', { role: lowerFirst(words.label(role.label)) });
}

/** Why an application ended, as far as the reader may know it. */
export function dispositionText(application: Application, reader: Reader, words: Words): string {
  const { process, state } = application;
  if (isSealedDisposition(process, state) && !reader.sealedDisposition) return words.say('closed.sealed');
  const key = state.closing?.disposition;
  const disposition = process.version.dispositions.find((each) => each.key === key);
  return disposition === undefined ? words.say('closed.no_reason') : words.label(disposition.label);
}

function expiryClause({ process, state, now }: Application, words: Words): string | undefined {
  const steps = state.steps.filter(
    (step): step is StepState & { expiresAt: number } => step.expiresAt !== undefined && step.expiresAt > now,
  );
  const [next] = steps.sort((a, b) => a.expiresAt - b.expiresAt);
  const step = process.steps[process.indexOf.get(next?.step ?? '') ?? -1];
  if (next === undefined || step === undefined) return undefined;
  const key = next.state === 'done' ? 'sentence.expires' : 'sentence.answer_by';
  return words.say(key, { step: lowerFirst(words.label(step.label)), day: words.day(next.expiresAt) });
}

/** Labels begin with a capital letter; inside a sentence they do not. */
function lowerFirst(text: string): string {
  const isAcronym = /^\p{Lu}{2}/u.test(text);
  return isAcronym ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
