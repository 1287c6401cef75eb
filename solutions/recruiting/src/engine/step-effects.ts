import { openAdjudication } from './adjudication.js';
import { addDays, addPeriod, type Instant } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import type { HiringEvent } from './events.js';
import { isOffer, type Outcome, type Party } from './process.js';
import { attemptsAllowed, hasPassed, lapseOf, type StepTally, type Tally } from './tally.js';

/** An event about to change a tally, with the step it names resolved. */
export interface StepChange {
  readonly tally: Tally;
  readonly event: HiringEvent;
  readonly step: ProcessStep;
  readonly of: StepTally;
}

/** The attempt is under way (or starts now) and waits on someone. */
export function begin(change: StepChange): void {
  if (startAttempt(change)) {
    change.of.appointment = undefined;
    waitOn(change, change.step.actor);
  }
}

export function schedule(change: StepChange): void {
  if (startAttempt(change)) {
    change.of.appointment = change.event.data?.appointment;
    waitOn(change, change.step.actor);
  }
}

/** The candidate has done his or her part; whoever judges it is next. */
export function attend(change: StepChange): void {
  if (startAttempt(change)) {
    change.of.appointment = undefined;
    waitOn(change, change.step.actor === 'candidate' ? 'agency' : change.step.actor);
  }
}

/** The appointment is void and no attempt is used up: the candidate has to find a new one. */
export function noShow(change: StepChange): void {
  change.of.begunAt = undefined;
  change.of.appointment = undefined;
  waitOn(change, 'candidate');
}

/** An offer goes out, or the one that is out gets a new deadline. */
export function offer(change: StepChange): void {
  if (!startAttempt(change)) return;
  const { event, step, of } = change;
  of.answerBy = event.data?.answerBy ?? addDays(event.effectiveAt, step.answerDays ?? 0);
  waitOn(change, 'candidate');
}

export function waive({ tally, event, of }: StepChange): void {
  tally.hasMoved = true;
  of.waivedAt ??= event.effectiveAt;
  of.hold = undefined;
}

/**
 * Whoever the event names is now waited on; without a name, `usual` is. Until the first such change a step waits on
 * its actor, since it opened.
 */
export function waitOn({ event, step, of }: StepChange, usual: Party | undefined): void {
  const party = event.waitingOn ?? usual;
  if (party === undefined || party === (of.waitingOn ?? step.actor)) return;
  of.waitingOn = party;
  of.waitingSince = event.effectiveAt;
}

/** A result. One for a step that is passed already, or an answer after the deadline, changes nothing. */
export function complete(change: StepChange, outcomeKey: string | undefined): void {
  const { tally, event, step, of } = change;
  const at = event.effectiveAt;
  const outcome = step.outcomes.get(outcomeKey ?? '');
  if (!outcome || isGoodAt(of, at)) return;
  if (isOffer(step.kind) && !(of.answerBy !== undefined && at < of.answerBy)) return;
  rollOver(change);
  const goodUntil = step.validity && addPeriod(at, step.validity);
  of.result = { outcome, at, goodUntil, begunAt: of.begunAt ?? at, clearedAt: undefined, by: event };
  of.attempts += 1;
  clearAttempt(of);
  if (step.kind !== 'interest') tally.hasMoved = true;
  if (hasPassed(of)) countPass(change, at);
  else countFailure(change, outcome, at);
}

function countFailure({ tally, event, step, of }: StepChange, outcome: Outcome, at: Instant): void {
  of.failures += 1;
  if (outcome.startsAdjudication) {
    openAdjudication(tally, { kind: 'outcome', step: step.key, at });
    return;
  }
  const isLast = step.retake !== undefined && of.failures >= attemptsAllowed(step);
  const disposition = outcome.disposition ?? (isLast ? step.retake?.disposition : undefined);
  if (disposition !== undefined) tally.end = { status: 'closed', at, disposition, by: event };
}

function countPass({ tally, event, step, of }: StepChange, at: Instant): void {
  of.failures = 0;
  of.passedFrom ??= of.result?.begunAt;
  if (step.kind === 'entry_on_duty') tally.end = { status: 'on_duty', at, disposition: undefined, by: event };
}

/** Makes sure an attempt is under way; false if the step is passed and the result counts. */
function startAttempt(change: StepChange): boolean {
  const { tally, event, of } = change;
  if (isGoodAt(of, event.effectiveAt)) return false;
  rollOver(change);
  of.begunAt ??= event.effectiveAt;
  of.since = event.effectiveAt;
  tally.hasMoved = true;
  return true;
}

function isGoodAt(of: StepTally, at: Instant): boolean {
  if (!hasPassed(of)) return false;
  const lapse = lapseOf(of);
  return lapse === undefined || at < lapse;
}

/** Before a new attempt begins, notes what ran out before it: an unanswered offer, or the last passed result. */
function rollOver({ tally, event, step, of }: StepChange): void {
  const at = event.effectiveAt;
  if (of.answerBy !== undefined && at >= of.answerBy) {
    of.attempts += 1;
    of.failures += 1;
    tally.lapses.push({ kind: 'offer.expired', step: step.key, attempt: of.attempts, at: of.answerBy });
    clearAttempt(of);
  }
  const lapse = of.begunAt === undefined ? lapseOf(of) : undefined;
  if (lapse !== undefined && lapse <= at) {
    tally.lapses.push({ kind: 'stage.expired', step: step.key, attempt: of.attempts, at: lapse });
  }
}

function clearAttempt(of: StepTally): void {
  of.begunAt = undefined;
  of.appointment = undefined;
  of.answerBy = undefined;
  of.waitingOn = undefined;
}
