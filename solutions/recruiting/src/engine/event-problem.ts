import type { Problem } from './problem.js';

export type EventProblemCode =
  | 'unknown_kind'
  | 'duplicate_id'
  | 'step_missing'
  | 'step_not_expected'
  | 'unknown_step'
  | 'wrong_step_kind'
  | 'unknown_outcome'
  | 'unknown_disposition'
  | 'missing'
  | 'bad_date'
  | 'in_the_future'
  | 'clock_only'
  | 'not_due'
  | 'unknown_target'
  | 'target_annulled'
  | 'already_started'
  | 'already_submitted'
  | 'not_submitted'
  | 'application_ended'
  | 'not_on_duty'
  | 'before_conditional_offer'
  | 'before_step_opened'
  | 'prerequisite'
  | 'retake_wait'
  | 'attempts_spent'
  | 'step_settled'
  | 'step_held'
  | 'not_waivable'
  | 'wrong_attempt'
  | 'no_offer'
  | 'offer_lapsed'
  | 'no_appointment'
  | 'before_appointment'
  | 'nothing_held'
  | 'already_held'
  | 'no_adjudication'
  | 'not_appealable'
  | 'review_open'
  | 'review_late'
  | 'no_review'
  | 'conflicts_with_later';

export type EventProblem = Problem<EventProblemCode>;

/** A refusal of an event. `at` is the property of the event it is about. */
export function eventProblem(
  code: EventProblemCode,
  at: string,
  message: string,
  values: EventProblem['values'] = {},
): EventProblem {
  return { code, at, message, values };
}
