import { earlier, type Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import { isOffer, lapsedOutcome } from './process.js';
import { type Standing, standings } from './standing.js';
import { attemptsAllowed, type End, hasPassed, type Tally } from './tally.js';

/** How an application ended without the person coming on duty. */
export interface Ended extends End {
  readonly status: 'closed' | 'withdrawn';
}

/** An application at one instant: what the events add up to, and what results are worth at that time. */
export interface Moment {
  readonly process: Process;
  readonly tally: Tally;
  /** For an application that ended, time stands still at its end. */
  readonly now: Instant;
  readonly standings: readonly Standing[];
  /** When a conditional offer was accepted, if one was. */
  readonly offerAcceptedAt: Instant | undefined;
  readonly ended: Ended | undefined;
}

export function momentOf(process: Process, tally: Tally, at: Instant): Moment {
  const ending = tally.end ?? lapsedOfferEnd(process, tally, at);
  const ended = ending && isWithoutEntry(ending) ? ending : undefined;
  const now = ended ? Math.min(at, ended.at) : at;
  let offerAcceptedAt: Instant | undefined;
  for (const [index, step] of process.steps.entries()) {
    const of = tally.steps[index];
    if (step.kind !== 'conditional_offer' || !of || !hasPassed(of)) continue;
    offerAcceptedAt = earlier(offerAcceptedAt, of.result?.at);
  }
  return { process, tally, now, standings: standings(process, tally, now), offerAcceptedAt, ended };
}

const isWithoutEntry = (end: End): end is Ended => end.status !== 'on_duty';

/** An offer nobody answered ends the application if the process says so: for each, or for the last one it allows. */
function lapsedOfferEnd(process: Process, tally: Tally, now: Instant): Ended | undefined {
  for (const [index, step] of process.steps.entries()) {
    const of = tally.steps[index];
    if (!isOffer(step.kind) || of?.answerBy === undefined || of.answerBy > now) continue;
    const isLast = of.failures + 1 >= attemptsAllowed(step);
    const disposition =
      step.outcomes.get(lapsedOutcome)?.disposition ?? (isLast ? step.retake?.disposition : undefined);
    if (disposition !== undefined) return { status: 'closed', at: of.answerBy, disposition, by: undefined };
  }
  return undefined;
}
