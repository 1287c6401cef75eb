import type { Instant } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import type { Appointment, FactValue, HiringEvent } from './events.js';
import type { HoldTally } from './holding.js';
import type { Outcome, Party } from './process.js';
import type { AdjudicationCause, Review } from './state.js';

/** The last result of a step. */
export interface Result {
  readonly outcome: Outcome;
  readonly at: Instant;
  /** When it stops counting if it passed; undefined: never. */
  readonly goodUntil: Instant | undefined;
  /** When the attempt began that led to it. */
  readonly begunAt: Instant;
  /** When an adjudication found for the candidate, for an outcome that needs one. */
  readonly clearedAt: Instant | undefined;
  /** The event that recorded it. */
  readonly by: HiringEvent;
}

/** What the events say of one step, before the time is taken into account. Filled in by `replay` only. */
export interface StepTally {
  /** Attempts that ended: with a result, or as an offer nobody answered. */
  attempts: number;
  /** Of these, the ones since the step was last passed. */
  failures: number;
  /** Start of the attempt that first passed. */
  passedFrom: Instant | undefined;
  result: Result | undefined;
  waivedAt: Instant | undefined;
  /** Start of the attempt under way. */
  begunAt: Instant | undefined;
  /** Since when the attempt under way has been as it is. */
  since: Instant;
  appointment: Appointment | undefined;
  /** Until when the offer under way may be answered. */
  answerBy: Instant | undefined;
  waitingOn: Party | undefined;
  waitingSince: Instant;
  hold: HoldTally | undefined;
}

/** On whom something waits, and since when. */
export interface Wait {
  readonly waitingOn: Party;
  readonly since: Instant;
}

/** What ended the application, or took the person on duty. */
export interface End {
  readonly status: 'closed' | 'withdrawn' | 'on_duty';
  readonly at: Instant;
  readonly disposition: string | undefined;
  /** The event that brought it about; undefined: an offer nobody answered. */
  readonly by: HiringEvent | undefined;
}

/** A result or an offer that ran out before the step was taken anew, or a hold that ended by itself. */
export interface Lapse {
  readonly kind: 'stage.expired' | 'offer.expired' | 'hold.lapsed';
  readonly step: string | undefined;
  readonly attempt: number | undefined;
  readonly at: Instant;
}

/** What the events say of one application, before the time is taken into account. Filled in by `replay` only. */
export interface Tally {
  leadAt: Instant | undefined;
  startedAt: Instant | undefined;
  submittedAt: Instant | undefined;
  /** Something was recorded on a step since the application was submitted. */
  hasMoved: boolean;
  readonly steps: readonly StepTally[];
  facts: Record<string, FactValue>;
  /** Value of each condition of the process, and since when it has had it. */
  readonly conditions: { holds: boolean; since: Instant | undefined }[];
  causes: AdjudicationCause[];
  adjudicationWait: Wait | undefined;
  hold: HoldTally | undefined;
  end: End | undefined;
  readonly reviews: Review[];
  readonly lapses: Lapse[];
}

export function emptyStepTally(): StepTally {
  return {
    attempts: 0,
    failures: 0,
    passedFrom: undefined,
    result: undefined,
    waivedAt: undefined,
    begunAt: undefined,
    since: 0,
    appointment: undefined,
    answerBy: undefined,
    waitingOn: undefined,
    waitingSince: 0,
    hold: undefined,
  };
}

/** Whether the last result counts as passed; one that needs an adjudication does once it was found favourable. */
export function hasPassed(tally: StepTally): boolean {
  const { result } = tally;
  if (!result) return false;
  return result.outcome.startsAdjudication ? result.clearedAt !== undefined : result.outcome.passes;
}

/** When the passed result stops counting, or undefined if there is none or it counts for ever. */
export const lapseOf = (tally: StepTally): Instant | undefined =>
  hasPassed(tally) ? tally.result?.goodUntil : undefined;

/** Attempts that may end without passing before none is left. */
export const attemptsAllowed = (step: ProcessStep): number => step.retake?.attempts ?? 1;
