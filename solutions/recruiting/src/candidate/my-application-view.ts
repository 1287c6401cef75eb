import type { Application } from '../application/load-application.js';
import type { MessageView, MyApplication } from '../contract/index.js';
import type { ApplicationState, ProcessStep, StepState } from '../engine/index.js';
import { howMuchLonger } from '../figures/how-much-longer.js';
import type { StepWaits } from '../figures/step-waits.js';
import type { Words } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { myReviews } from './my-reviews.js';
import { nextAction } from './next-action.js';
import { whereIAm } from './where-i-am.js';

const DAY = 86_400_000;

export interface MyApplicationParts {
  readonly application: Application;
  readonly posting: { readonly isOpen: boolean; readonly closesAt: string | null };
  readonly contact: MyApplication['contact'];
  readonly messages: readonly MessageView[];
  readonly waits: ReadonlyMap<string, StepWaits>;
}

/** Screen 3: what a candidate sees of an application. */
export function myApplicationView(parts: MyApplicationParts, words: Words): MyApplication {
  const { application, posting, contact, messages } = parts;
  const { row, process, state } = application;
  const titled = process.steps.map((step, index) => ({ step, state: state.steps[index] as StepState }));
  return {
    id: row.Id,
    postingTitle: postingText(words, row.Posting__r, 'Title'),
    postingNumber: row.Posting__r.Name,
    receipt: row.Receipt__c,
    status: state.status,
    action: nextAction(application, posting, words),
    where: whereIAm(application, words),
    waitingOn: state.waitingOn ?? null,
    waitingSince: state.waitingSince === undefined ? null : new Date(state.waitingSince).toISOString(),
    howMuchLonger: stillToWait(parts, words),
    expiries: titled
      .filter(({ state: each }) => each.state === 'done' && each.expiresAt !== undefined)
      .map(({ step, state: each }) => ({
        what: words.label(step.candidateLabel),
        goodUntil: new Date(each.expiresAt ?? 0).toISOString(),
      })),
    appointment: nextAppointment(titled, words),
    steps: titled
      .filter(({ step, state: each }) => each.state !== 'skipped' && step.kind !== 'interest')
      .map(({ step, state: each }) => stepLine(step, each, application, words)),
    contact,
    closed: closedView(application, words),
    hold: holdView(state, words),
    reviews: myReviews(application, words),
    canWithdraw: ['draft', 'submitted', 'in_process', 'held'].includes(state.status),
    messages,
  };
}

function stillToWait(
  { application, waits }: MyApplicationParts,
  words: Words,
): MyApplication['howMuchLonger'] {
  const { state, now } = application;
  const waiting = state.steps.find((step) => step.step === state.waitingStep);
  if (waiting?.openedAt === undefined || !waiting.isOpen || state.waitingStep === undefined) return null;
  const { openedAt } = waiting;
  return howMuchLonger(waits.get(state.waitingStep), Math.floor((now - openedAt) / DAY), words);
}

type Titled = readonly { readonly step: ProcessStep; readonly state: StepState }[];

function nextAppointment(titled: Titled, words: Words): MyApplication['appointment'] {
  const [next] = titled
    .flatMap(({ step, state }) =>
      state.isOpen && state.appointment ? [{ step, at: state.appointment }] : [],
    )
    .sort((a, b) => a.at.startsAt - b.at.startsAt);
  if (next === undefined) return null;
  return {
    what: words.label(next.step.candidateLabel),
    at: new Date(next.at.startsAt).toISOString(),
    place: next.at.place ?? '',
  };
}

function stepLine(
  step: ProcessStep,
  state: StepState,
  { state: { closing } }: Application,
  words: Words,
): MyApplication['steps'][number] {
  const isOver = closing !== undefined;
  const title = words.label(step.candidateLabel);
  switch (state.state) {
    case 'waived':
      return { title, state: 'done', detail: words.say('step.waived') };
    case 'done':
      return { title, state: 'done', detail: doneDetail(state, words) };
    case 'failed':
      return {
        title,
        state: isOver || state.nextAttemptAt === undefined ? 'stopped' : 'now',
        detail:
          isOver || state.nextAttemptAt === undefined
            ? null
            : words.say('step.again_from', { day: words.day(state.nextAttemptAt) }),
      };
    case 'expired':
      return { title, state: isOver ? 'stopped' : 'now', detail: words.say('step.ran_out') };
    case 'held':
      return { title, state: 'now', detail: heldDetail(state, words) };
    case 'open':
    case 'waiting':
    case 'scheduled':
      return { title, state: 'now', detail: nowDetail(state, words) };
    default:
      return { title, state: 'later', detail: null };
  }
}

function doneDetail(state: StepState, words: Words): string | null {
  if (state.expiresAt !== undefined) return words.say('step.good_until', { day: words.day(state.expiresAt) });
  return state.since === undefined ? null : words.say('step.done_on', { day: words.day(state.since) });
}

/** Why a step stands still; what stopped the whole application is said once, above. */
function heldDetail({ hold }: StepState, words: Words): string {
  if (hold === undefined) return words.say('step.paused');
  const { reason, until } = hold;
  return until === undefined
    ? words.say('hold.because', { reason })
    : words.say('hold.until', { reason, day: words.day(until) });
}

function holdView({ hold, adjudication }: ApplicationState, words: Words): MyApplication['hold'] {
  if (hold === undefined || adjudication !== undefined) return null;
  const { since, until, reason, waitingOn } = hold;
  return {
    since: new Date(since).toISOString(),
    until: until === undefined ? null : new Date(until).toISOString(),
    reason,
    text: words.say(`hold.waits.${waitingOn}`),
  };
}

function nowDetail(state: StepState, words: Words): string | null {
  if (state.appointment !== undefined) return words.time(state.appointment.startsAt);
  return state.waitingOn === undefined ? null : words.say(`waiting.${state.waitingOn}`);
}

function closedView({ process, state, now }: Application, words: Words): MyApplication['closed'] {
  const { closing, status } = state;
  if (closing === undefined) return null;
  const disposition = process.version.dispositions.find((each) => each.key === closing.disposition);
  const own = words.say(status === 'withdrawn' ? 'closed.withdrawn' : 'closed.no_reason');
  const { reapplyAt } = closing;
  return {
    reason: disposition === undefined ? own : words.label(disposition.label),
    mayApplyAgain:
      reapplyAt === undefined || reapplyAt <= now
        ? words.say('closed.again_now')
        : words.say('closed.again_from', { day: words.day(reapplyAt) }),
  };
}
