import { assertNever } from '@muster/kernel';
import {
  orderBlockers,
  type Retake,
  retakeBlockers,
  retakeOf,
  stopBlockers,
  stoppedSince,
} from './blockers.js';
import { addDays, type Instant, later } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import { heldUntil, standingHold } from './holding.js';
import type { Moment } from './moment.js';
import { openingOf } from './opening.js';
import { isUnderWay, type Standing } from './standing.js';
import type { Blocker, StepState, StepStateKind } from './state.js';
import type { StepTally } from './tally.js';

/** The state of every step as if the application had not ended; in the order of the process. */
export function stepStates(moment: Moment): StepState[] {
  const { process, tally, standings } = moment;
  const states: StepState[] = new Array(process.steps.length);
  for (const index of process.order) {
    const step = process.steps[index];
    const of = tally.steps[index];
    const standing = standings[index];
    if (!step || !of || !standing) continue;
    states[index] =
      standing.how === undefined
        ? undoneState(moment, { step, of, standing, index }, states)
        : settledState(step, of, standing, standing.how);
  }
  return states;
}

interface Subject {
  readonly step: ProcessStep;
  readonly of: StepTally;
  readonly standing: Standing;
  readonly index: number;
}

function settledState(
  step: ProcessStep,
  of: StepTally,
  standing: Standing,
  how: 'passed' | 'waived' | 'skipped',
): StepState {
  return stateWith(step.key, {
    state: how === 'passed' ? 'done' : how,
    attempt: of.attempts,
    since: Number.isFinite(standing.settledAt) ? standing.settledAt : undefined,
    outcome: of.result?.outcome.key,
    expiresAt: standing.expiresAt,
  });
}

function undoneState(moment: Moment, subject: Subject, states: readonly StepState[]): StepState {
  const { step, of, standing } = subject;
  const { result } = of;
  const stops = stopBlockers(moment, step, of);
  if (result && isInQuestion(moment, step)) {
    return stateWith(step.key, {
      state: 'held',
      blockedBy: stops,
      attempt: of.attempts,
      since: result.at,
      outcome: result.outcome.key,
      hold: standingHold(of.hold, moment.now),
    });
  }
  const retake = retakeOf(step, of, standing);
  const own = retakeBlockers(retake, moment.now);
  if (own.length > 0 && standing.offerLapsedAt === undefined) {
    return stateWith(step.key, {
      state: 'failed',
      blockedBy: own,
      attempt: of.attempts,
      since: result?.at,
      outcome: result?.outcome.key,
      nextAttemptAt: retake?.nextAttemptAt,
      hold: standingHold(of.hold, moment.now),
    });
  }
  const order = orderBlockers(moment, subject.index, states);
  order.push(...own);
  return attemptState(moment, subject, { order, stops, retake });
}

function isInQuestion({ tally }: Moment, step: ProcessStep): boolean {
  return tally.causes.some((cause) => cause.kind === 'outcome' && cause.step === step.key);
}

interface Obstacles {
  /** What the order of the process or the re-take rule asks for first. */
  readonly order: readonly Blocker[];
  readonly stops: readonly Blocker[];
  readonly retake: Retake | undefined;
}

/** A step whose next attempt has to wait for its turn, may begin, or is under way. */
function attemptState(moment: Moment, subject: Subject, obstacles: Obstacles): StepState {
  const { step, of, standing } = subject;
  const { order, stops, retake } = obstacles;
  const state = attemptStateKind(subject, obstacles);
  const isOpen = order.length + stops.length === 0;
  const openedAt = order.length > 0 ? undefined : openingOf(moment, subject.index, retake);
  const dueAt = openedAt === undefined ? undefined : addDays(openedAt, step.targetDays);
  const ranOutAt = standing.expiredAt ?? standing.offerLapsedAt;
  const wait = waitOf(moment, subject, { state, isOpen, openedAt });
  return stateWith(step.key, {
    state,
    isOpen,
    blockedBy: isOpen ? nothing : [...order, ...stops],
    attempt: state === 'expired' && standing.offerLapsedAt === undefined ? of.attempts : of.attempts + 1,
    since: sinceOf(moment, subject, state, openedAt),
    openedAt,
    dueAt,
    isOverdue: isOpen && dueAt !== undefined && dueAt <= moment.now,
    waitingOn: wait.waitingOn,
    waitingSince: wait.waitingSince,
    hold: standingHold(of.hold, moment.now),
    outcome: of.result?.outcome.key,
    appointment: isUnderWay(of, standing) ? of.appointment : undefined,
    expiresAt: state === 'expired' ? ranOutAt : of.answerBy,
    nextAttemptAt: state === 'expired' && order.length > 0 ? retake?.nextAttemptAt : undefined,
  });
}

/** Whom the attempt waits on: a hold says; else the party last named, from when no hold stood any more. */
function waitOf(
  { tally, now }: Moment,
  { step, of, standing }: Subject,
  { state, isOpen, openedAt }: Pick<StepState, 'state' | 'isOpen' | 'openedAt'>,
): Pick<StepState, 'waitingOn' | 'waitingSince'> {
  const hold = state === 'held' ? (standingHold(tally.hold, now) ?? standingHold(of.hold, now)) : undefined;
  if (hold) return { waitingOn: hold.waitingOn, waitingSince: later(hold.since, openedAt) };
  if (!isOpen) return { waitingOn: undefined, waitingSince: undefined };
  const hasMoved = of.waitingOn !== undefined && standing.offerLapsedAt === undefined;
  const resumedAt = later(heldUntil(tally.hold, now), heldUntil(of.hold, now));
  return {
    waitingOn: hasMoved ? of.waitingOn : step.actor,
    waitingSince: later(hasMoved ? of.waitingSince : openedAt, resumedAt),
  };
}

function sinceOf(
  moment: Moment,
  { of, standing }: Subject,
  state: AttemptStateKind,
  openedAt: Instant | undefined,
): Instant | undefined {
  switch (state) {
    case 'not_open':
      return undefined;
    case 'open':
      return openedAt;
    case 'waiting':
    case 'scheduled':
      return of.since;
    case 'expired':
      return standing.expiredAt ?? standing.offerLapsedAt;
    case 'held':
      return Math.max(stoppedSince(moment, of) ?? 0, openedAt ?? 0);
    default:
      return assertNever(state);
  }
}

type AttemptStateKind = Extract<
  StepStateKind,
  'not_open' | 'held' | 'expired' | 'scheduled' | 'waiting' | 'open'
>;

function attemptStateKind({ of, standing }: Subject, { order, stops }: Obstacles): AttemptStateKind {
  const hasBegun = isUnderWay(of, standing);
  const hasRunOut = !hasBegun && (standing.expiredAt ?? standing.offerLapsedAt) !== undefined;
  if (order.length > 0) return hasRunOut ? 'expired' : 'not_open';
  if (stops.length > 0) return 'held';
  if (hasRunOut) return 'expired';
  if (!hasBegun) return 'open';
  return of.appointment ? 'scheduled' : 'waiting';
}

const nothing: readonly Blocker[] = [];

/** A whole state from what is known of it. Written out because states made by spreading cost half of a fold. */
function stateWith(
  step: string,
  known: Pick<StepState, 'state' | 'attempt'> & Partial<StepState>,
): StepState {
  return {
    step,
    state: known.state,
    isOpen: known.isOpen ?? false,
    blockedBy: known.blockedBy ?? nothing,
    attempt: known.attempt,
    since: known.since,
    openedAt: known.openedAt,
    dueAt: known.dueAt,
    isOverdue: known.isOverdue ?? false,
    waitingOn: known.waitingOn,
    waitingSince: known.waitingSince,
    hold: known.hold,
    outcome: known.outcome,
    appointment: known.appointment,
    expiresAt: known.expiresAt,
    nextAttemptAt: known.nextAttemptAt,
  };
}

/** A step of an application that has ended: what was reached stays, what was going on is over. */
export function endedState(state: StepState, status: 'closed' | 'withdrawn'): StepState {
  const isSettled = state.state === 'done' || state.state === 'waived' || state.state === 'skipped';
  if (isSettled) return { ...state, expiresAt: undefined };
  const isOver = state.state === 'failed' || state.state === 'expired';
  return stateWith(state.step, {
    state: isOver ? state.state : 'not_open',
    blockedBy: [{ kind: 'ended', status }],
    attempt: state.attempt,
    since: isOver ? state.since : undefined,
    outcome: state.outcome,
    expiresAt: state.state === 'expired' ? state.expiresAt : undefined,
  });
}
