import { addDays, type Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import type { HiringEvent } from './events.js';
import type { Ended } from './moment.js';
import type { Decision, Review } from './state.js';
import { hasPassed, type Tally } from './tally.js';

/**
 * What was decided against the candidate, may be reviewed, and has not been yet: how the application ended, else
 * results that did not pass. What time alone brought about is nobody's decision.
 */
export function decisionsOf(process: Process, tally: Tally, ended: Ended | undefined): readonly Decision[] {
  const asked = new Set(tally.reviews.map((review) => review.decision));
  return standingDecisions(process, tally, ended)
    .filter(({ id }) => !asked.has(id))
    .map((event) => ({
      event: event.id,
      step: event.step,
      at: event.effectiveAt,
      reviewUntil: reviewUntil(process, event),
    }));
}

function standingDecisions(process: Process, tally: Tally, ended: Ended | undefined): HiringEvent[] {
  if (ended) {
    const disposition = process.version.dispositions.find((each) => each.key === ended.disposition);
    const isReviewable = ended.status === 'closed' && disposition?.appealable === true;
    return isReviewable && ended.by ? [ended.by] : [];
  }
  return tally.steps.flatMap((of) => {
    const { result } = of;
    return result?.outcome.appealable && !result.outcome.passes && !hasPassed(of) ? [result.by] : [];
  });
}

/** The period runs from when the decision was recorded, which is when the candidate could learn of it. */
function reviewUntil(process: Process, { effectiveAt, recordedAt }: HiringEvent): Instant | undefined {
  const { reviewDays } = process.version;
  return reviewDays === undefined ? undefined : addDays(Math.max(effectiveAt, recordedAt), reviewDays);
}

/** The review somebody has asked for and nobody has answered. It is over once its decision no longer stands. */
export function pendingReview(process: Process, { reviews, steps, end }: Tally): Review | undefined {
  return reviews.findLast(({ answer, decision, step }) => {
    if (answer !== undefined || decision === undefined) return false;
    if (end?.status === 'closed' && end.by?.id === decision) return true;
    const of = step === undefined ? undefined : steps[process.indexOf.get(step) ?? -1];
    return of?.result?.by.id === decision && !hasPassed(of);
  });
}

/** Takes in a request: about the last result of its step, or about how the application ended. */
export function askForReview(process: Process, tally: Tally, event: HiringEvent): void {
  const of = event.step === undefined ? undefined : tally.steps[process.indexOf.get(event.step) ?? -1];
  const decision = event.step === undefined ? tally.end?.by : of?.result?.by;
  tally.reviews.push({
    request: event.id,
    decision: decision?.id,
    step: event.step,
    since: event.effectiveAt,
    answer: undefined,
  });
}

/** Takes in the answer to the last request about the same step. */
export function answerReview(tally: Tally, { id, step, effectiveAt }: HiringEvent, isChanged: boolean): void {
  const place = tally.reviews.findLastIndex((review) => review.step === step && !review.answer);
  const review = tally.reviews[place];
  if (review) tally.reviews[place] = { ...review, answer: { event: id, at: effectiveAt, isChanged } };
}
