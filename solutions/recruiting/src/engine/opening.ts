import type { Retake } from './blockers.js';
import type { Instant } from './calendar.js';
import type { Moment } from './moment.js';
import { isActive, isUnderWay } from './standing.js';

/**
 * When a step that nothing in the process order blocks became possible: with the last of submission, its
 * prerequisites, its conditions, the accepted offer, and what ended the attempt before. Never after its beginning.
 */
export function openingOf(moment: Moment, index: number, retake: Retake | undefined): Instant | undefined {
  const { process, tally, standings } = moment;
  const step = process.steps[index];
  const standing = standings[index];
  const of = tally.steps[index];
  if (!step || !standing || !of) return undefined;
  let opening = step.kind === 'interest' ? (tally.leadAt ?? tally.startedAt) : tally.submittedAt;
  const notBefore = (at: Instant | undefined) => {
    if (at !== undefined && (opening === undefined || at > opening)) opening = at;
  };
  notBefore(tally.conditions[step.condition]?.since);
  notBefore(retake?.nextAttemptAt);
  notBefore(standing.expiredAt);
  if (step.afterConditionalOffer) notBefore(moment.offerAcceptedAt);
  for (const link of step.prerequisites) {
    const isCounting = isActive(link, tally);
    notBefore(isCounting ? standings[link.index]?.settledAt : tally.conditions[link.condition]?.since);
  }
  const begunAt = isUnderWay(of, standing) ? of.begunAt : undefined;
  return begunAt !== undefined && opening !== undefined ? Math.min(begunAt, opening) : opening;
}
