import { addDays, earlier, type Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import { decisionsOf, pendingReview } from './decisions.js';
import { standingHold } from './holding.js';
import { type Ended, type Moment, momentOf } from './moment.js';
import { type Party, parties } from './process.js';
import type { ApplicationState, ApplicationStatus, Closing, StepState } from './state.js';
import { endedState, stepStates } from './step-states.js';
import { hasPassed, type Tally } from './tally.js';

/** What a tally means at `now`; `nextEffectiveAt` is when the next event of the log that lies ahead takes effect. */
export function applicationState(
  process: Process,
  tally: Tally,
  now: Instant,
  nextEffectiveAt: Instant | undefined,
): ApplicationState {
  const moment = momentOf(process, tally, now);
  const { ended } = moment;
  const going = stepStates(moment);
  const steps = ended ? going.map((state) => endedState(state, ended.status)) : going;
  const adjudication = ended ? undefined : adjudicationOf(tally);
  const hold = ended ? undefined : standingHold(tally.hold, now);
  const status = ended?.status ?? statusOf(tally, adjudication !== undefined || hold !== undefined);
  const waiting = ended ? undefined : waitingOf(tally, steps, adjudication, hold);
  return {
    status,
    phase: phaseOf(moment, going),
    steps,
    openSteps: count(steps, (state) => state.isOpen),
    heldSteps: count(steps, (state) => state.state === 'held'),
    startedAt: tally.startedAt,
    submittedAt: tally.submittedAt,
    onDutyAt: onDutyAt(process, tally),
    closing: ended && closingOf(process, ended),
    adjudication,
    hold,
    review: pendingReview(process, tally),
    reviews: tally.reviews,
    decisions: decisionsOf(process, tally, ended),
    facts: tally.facts,
    waitingOn: waiting?.on,
    waitingSince: waiting?.since,
    waitingStep: waiting?.step,
    nextExpiryAt: nextExpiry(steps, now),
    nextChangeAt: earlier(nextEffectiveAt, ended ? undefined : nextChange(steps, hold, now)),
  };
}

function statusOf(tally: Tally, isHeld: boolean): ApplicationStatus {
  if (tally.end?.status === 'on_duty') return 'on_duty';
  if (tally.submittedAt === undefined) return 'draft';
  if (isHeld) return 'held';
  return tally.hasMoved ? 'in_process' : 'submitted';
}

/**
 * The first phase in which a step that was never passed is open, held or failed; when there is none, the furthest in
 * which anything was reached. So a result that has to be renewed does not take a card back on the board.
 */
function phaseOf({ process, tally }: Moment, states: readonly StepState[]): string {
  let first = Number.POSITIVE_INFINITY;
  let furthest = 0;
  for (const [index, { state, isOpen }] of states.entries()) {
    if (state === 'not_open' || state === 'skipped') continue;
    const phase = process.steps[index]?.phase ?? 0;
    if (phase > furthest) furthest = phase;
    const isToPass = isOpen || state === 'held' || state === 'failed';
    if (isToPass && tally.steps[index]?.passedFrom === undefined && phase < first) first = phase;
  }
  return process.version.phases[Number.isFinite(first) ? first : furthest]?.key ?? '';
}

function adjudicationOf({ causes, adjudicationWait, end }: Tally): ApplicationState['adjudication'] {
  const [first] = causes;
  if (!first || !adjudicationWait || end?.status === 'on_duty') return undefined;
  return {
    since: first.at,
    causes,
    waitingOn: adjudicationWait.waitingOn,
    waitingSince: adjudicationWait.since,
  };
}

interface Waiting {
  readonly on: Party;
  readonly since: Instant | undefined;
  readonly step: string | undefined;
}

function waitingOf(
  tally: Tally,
  steps: readonly StepState[],
  adjudication: ApplicationState['adjudication'],
  hold: ApplicationState['hold'],
): Waiting | undefined {
  if (adjudication) return { on: adjudication.waitingOn, since: adjudication.waitingSince, step: undefined };
  if (hold) return { on: hold.waitingOn, since: hold.since, step: undefined };
  if (tally.submittedAt === undefined && tally.startedAt !== undefined) {
    return { on: 'candidate', since: tally.startedAt, step: undefined };
  }
  for (const on of parties) {
    let longest: StepState | undefined;
    for (const state of steps) {
      if (state.waitingOn !== on) continue;
      if (!longest || (state.waitingSince ?? 0) < (longest.waitingSince ?? 0)) longest = state;
    }
    if (longest) return { on, since: longest.waitingSince, step: longest.step };
  }
  return undefined;
}

function closingOf(process: Process, { at, disposition: key }: Ended): Closing {
  const disposition = process.version.dispositions.find((each) => each.key === key);
  return {
    at,
    disposition: key,
    isAppealable: disposition?.appealable ?? false,
    reapplyAt: disposition && addDays(at, disposition.reapplyDays),
  };
}

function onDutyAt(process: Process, tally: Tally): Instant | undefined {
  const of = tally.steps[process.steps.findIndex((step) => step.kind === 'entry_on_duty')];
  return of && hasPassed(of) ? of.result?.at : undefined;
}

function nextExpiry(steps: readonly StepState[], now: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const { expiresAt } of steps)
    if (expiresAt !== undefined && expiresAt > now) next = earlier(next, expiresAt);
  return next;
}

function nextChange(
  steps: readonly StepState[],
  hold: ApplicationState['hold'],
  now: Instant,
): Instant | undefined {
  let next = earlier(nextExpiry(steps, now), hold?.until);
  for (const { nextAttemptAt, dueAt, isOpen, hold: own } of steps) {
    next = earlier(next, own?.until);
    if (nextAttemptAt !== undefined && nextAttemptAt > now) next = earlier(next, nextAttemptAt);
    if (isOpen && dueAt !== undefined && dueAt > now) next = earlier(next, dueAt);
  }
  return next;
}

function count(steps: readonly StepState[], holds: (state: StepState) => boolean): number {
  let found = 0;
  for (const state of steps) if (holds(state)) found += 1;
  return found;
}
