import type { Instant } from './calendar.js';
import type { Appointment, Facts } from './events.js';
import type { Party } from './process.js';

export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'in_process'
  | 'held'
  | 'closed'
  | 'withdrawn'
  | 'on_duty';

/**
 * not_open: something must happen first (`blockedBy`) · open: nothing recorded yet · waiting: begun · scheduled: has
 * an appointment · held: stopped by a hold or an adjudication · done: passed and counting · failed: not passed ·
 * expired: the result or the offer ran out · waived: not asked for · skipped: does not apply.
 */
export type StepStateKind =
  | 'not_open'
  | 'open'
  | 'waiting'
  | 'scheduled'
  | 'held'
  | 'done'
  | 'failed'
  | 'expired'
  | 'waived'
  | 'skipped';

/** Work that stopped for a reason, and on whom it waits meanwhile. Results and offers still run out. */
export interface Hold {
  readonly waitingOn: Party;
  readonly since: Instant;
  /** When it ends by itself; undefined: when somebody ends it. */
  readonly until: Instant | undefined;
  readonly reason: string;
}

/** A decision against the candidate that a review may be asked of, once. */
export interface Decision {
  /** Id of the event that recorded it. */
  readonly event: string;
  readonly step: string | undefined;
  readonly at: Instant;
  /** From when it is too late to ask; undefined: never. */
  readonly reviewUntil: Instant | undefined;
}

/** A review that was asked for. */
export interface Review {
  /** Id of the event that asked for it. */
  readonly request: string;
  /** Id of the event that recorded the decision; undefined once that is annulled. */
  readonly decision: string | undefined;
  readonly step: string | undefined;
  readonly since: Instant;
  readonly answer: { readonly event: string; readonly at: Instant; readonly isChanged: boolean } | undefined;
}

/** Why a step cannot go on. */
export type Blocker =
  | { readonly kind: 'not_submitted' }
  | { readonly kind: 'prerequisite'; readonly step: string; readonly state: StepStateKind }
  | { readonly kind: 'conditional_offer' }
  | { readonly kind: 'retake_wait'; readonly until: Instant }
  | { readonly kind: 'attempts_spent' }
  | { readonly kind: 'gate'; readonly gate: string }
  | { readonly kind: 'adjudication' }
  | { readonly kind: 'hold'; readonly until: Instant | undefined }
  | { readonly kind: 'ended'; readonly status: 'closed' | 'withdrawn' | 'on_duty' };

export interface StepState {
  readonly step: string;
  readonly state: StepStateKind;
  /** Someone can act on it now: what counts as an open step. */
  readonly isOpen: boolean;
  readonly blockedBy: readonly Blocker[];
  /** Number of the attempt this is about: the one under way or to come, else the last. */
  readonly attempt: number;
  /** Since when the step has been in this state; undefined while it is not open. */
  readonly since: Instant | undefined;
  /** When this attempt became possible. */
  readonly openedAt: Instant | undefined;
  /** When this attempt should be over. */
  readonly dueAt: Instant | undefined;
  readonly isOverdue: boolean;
  /** Whom it waits on: while it is open, or on hold. */
  readonly waitingOn: Party | undefined;
  readonly waitingSince: Instant | undefined;
  /** A hold on this step alone. */
  readonly hold: Hold | undefined;
  /** Outcome of the last attempt that had one. */
  readonly outcome: string | undefined;
  readonly appointment: Appointment | undefined;
  /**
   * Done: until when the result counts for the steps that still rest on it. Waiting offer: until when it may be
   * answered. Expired: when it ran out.
   */
  readonly expiresAt: Instant | undefined;
  /** Failed, or an offer that ran out: when it may be tried again; undefined if never, or already. */
  readonly nextAttemptAt: Instant | undefined;
}

/** What sent a case to adjudication: a gate, an outcome, or a person. */
export type AdjudicationCause =
  | { readonly kind: 'gate'; readonly gate: string; readonly at: Instant }
  | { readonly kind: 'outcome'; readonly step: string; readonly at: Instant }
  | { readonly kind: 'asked'; readonly at: Instant };

export interface Adjudication {
  readonly since: Instant;
  readonly causes: readonly AdjudicationCause[];
  readonly waitingOn: Party;
  readonly waitingSince: Instant;
}

export interface Closing {
  readonly at: Instant;
  readonly disposition: string | undefined;
  readonly isAppealable: boolean;
  /** From when the person may apply again. */
  readonly reapplyAt: Instant | undefined;
}

/** Where one application stands. Equal for all instants from the one it was folded for until `nextChangeAt`. */
export interface ApplicationState {
  readonly status: ApplicationStatus;
  /** Key of the phase: the column of the board. */
  readonly phase: string;
  /** In the order of the process. */
  readonly steps: readonly StepState[];
  readonly openSteps: number;
  readonly heldSteps: number;
  readonly startedAt: Instant | undefined;
  readonly submittedAt: Instant | undefined;
  readonly onDutyAt: Instant | undefined;
  /** How the application ended, if it is closed or withdrawn. */
  readonly closing: Closing | undefined;
  readonly adjudication: Adjudication | undefined;
  /** A hold on the whole application. */
  readonly hold: Hold | undefined;
  /** A review the candidate has asked for and nobody has answered. */
  readonly review: Review | undefined;
  /** All reviews that were asked for, oldest first. */
  readonly reviews: readonly Review[];
  /** Decisions of which a review may be asked. */
  readonly decisions: readonly Decision[];
  readonly facts: Facts;
  /** Whom the application waits on: the candidate if any open step does, else the agency, else a third party. A step on hold counts as a hold says. */
  readonly waitingOn: Party | undefined;
  readonly waitingSince: Instant | undefined;
  /** The step that has waited longest on `waitingOn`. */
  readonly waitingStep: string | undefined;
  /** The next time a result stops counting or an offer can no longer be answered. */
  readonly nextExpiryAt: Instant | undefined;
  /** The next instant at which time alone changes anything in this state. */
  readonly nextChangeAt: Instant | undefined;
}
