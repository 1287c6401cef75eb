import type { Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import type { HiringEvent } from './events.js';
import type { AdjudicationCause } from './state.js';
import type { Tally } from './tally.js';

/** Sends the case to adjudication, or adds a cause to one that is open. */
export function openAdjudication(tally: Tally, cause: AdjudicationCause): void {
  if (tally.causes.length === 0) tally.adjudicationWait = { waitingOn: 'agency', since: cause.at };
  tally.causes.push(cause);
}

/** An event about the application may move the adjudication from the agency's desk to the candidate's and back. */
export function moveAdjudication(tally: Tally, { step, waitingOn, effectiveAt }: HiringEvent): void {
  if (step !== undefined || waitingOn === undefined || tally.causes.length === 0) return;
  if (tally.adjudicationWait?.waitingOn !== waitingOn)
    tally.adjudicationWait = { waitingOn, since: effectiveAt };
}

/** Found for the candidate: gates open until their fact is recorded anew, outcomes in question count as passed. */
export function settleAdjudication(process: Process, tally: Tally, at: Instant): void {
  for (const cause of tally.causes) {
    const of = cause.kind === 'outcome' ? tally.steps[process.indexOf.get(cause.step) ?? -1] : undefined;
    if (!of?.result?.outcome.startsAdjudication) continue;
    of.result = { ...of.result, clearedAt: at };
    of.failures = 0;
    of.passedFrom ??= of.result.begunAt;
  }
  tally.causes = [];
  tally.adjudicationWait = undefined;
}
