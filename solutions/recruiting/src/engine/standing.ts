import type { Instant } from './calendar.js';
import type { Link, Process, ProcessStep } from './compile-process.js';
import { hasPassed, lapseOf, type StepTally, type Tally } from './tally.js';

/** What a step's results are worth at one instant. */
export interface Standing {
  /** Since when the step counts as passed, waived or not applying; undefined if it does not. */
  readonly settledAt: Instant | undefined;
  readonly how: 'passed' | 'waived' | 'skipped' | undefined;
  /**
   * From when it has made use of what it rests on: the start of the attempt that first passed, else of the one under
   * way. To renew a result asks for nothing anew. Steps that need no attempt use nothing.
   */
  readonly usesFrom: Instant | undefined;
  /** Passed: until when it counts for the steps that rest on it; undefined if for ever, or nothing rests on it any more. */
  readonly expiresAt: Instant | undefined;
  /** When the passed result ran out. */
  readonly expiredAt: Instant | undefined;
  /** When the offer under way ran out without an answer. */
  readonly offerLapsedAt: Instant | undefined;
}

const always = Number.NEGATIVE_INFINITY;

/**
 * Standing of every step. A passed result counts until its validity ends, unless by then everything that rests on it
 * has begun: then it has done its work and never expires. So results that no open step rests on, and all those
 * before entry on duty once that is done, stay as they are.
 */
export function standings(process: Process, tally: Tally, now: Instant): readonly Standing[] {
  const found: Standing[] = new Array(process.steps.length);
  for (let place = process.order.length - 1; place >= 0; place--) {
    const index = process.order[place] ?? 0;
    const step = process.steps[index];
    const of = tally.steps[index];
    if (step && of) found[index] = standingOf(step, of, tally, found, now);
  }
  return found;
}

function standingOf(
  step: ProcessStep,
  of: StepTally,
  tally: Tally,
  found: readonly Standing[],
  now: Instant,
): Standing {
  const condition = tally.conditions[step.condition];
  if (condition && !condition.holds)
    return unconditional('skipped', condition.since ?? tally.submittedAt ?? always);
  if (of.waivedAt !== undefined) return unconditional('waived', of.waivedAt);
  if (hasPassed(of) && of.result) {
    const lapse = lapseOf(of);
    const isNeeded = lapse !== undefined && step.dependents.some((link) => rests(link, tally, found, lapse));
    if (isNeeded && lapse <= now) return { ...undone, usesFrom: of.passedFrom, expiredAt: lapse };
    const { at, clearedAt } = of.result;
    const expiresAt = isNeeded ? lapse : undefined;
    return { ...undone, settledAt: clearedAt ?? at, how: 'passed', usesFrom: of.passedFrom, expiresAt };
  }
  const hasLapsed = of.answerBy !== undefined && of.answerBy <= now;
  return hasLapsed
    ? { ...undone, offerLapsedAt: of.answerBy }
    : { ...undone, usesFrom: of.passedFrom ?? of.begunAt };
}

const undone: Standing = {
  settledAt: undefined,
  how: undefined,
  usesFrom: undefined,
  expiresAt: undefined,
  expiredAt: undefined,
  offerLapsedAt: undefined,
};

const unconditional = (how: 'waived' | 'skipped', settledAt: Instant): Standing => ({
  ...undone,
  settledAt,
  how,
  usesFrom: always,
});

/** Whether the linked step still rests on a result that ends at `lapse`: it applies and made no use of it by then. */
function rests(link: Link, tally: Tally, found: readonly Standing[], lapse: Instant): boolean {
  if (!isActive(link, tally)) return false;
  const usesFrom = found[link.index]?.usesFrom;
  return usesFrom === undefined || usesFrom >= lapse;
}

/** Whether the facts make the linked step a prerequisite. */
export function isActive(link: Link, tally: Tally): boolean {
  return link.condition < 0 || tally.conditions[link.condition]?.holds === true;
}

/** Whether a prerequisite is met: it counts now, or it counted when the step that rests on it made use of it. */
export function isMet(prerequisite: Standing, usesFrom: Instant | undefined): boolean {
  if (prerequisite.settledAt !== undefined) return true;
  return prerequisite.expiredAt !== undefined && usesFrom !== undefined && usesFrom < prerequisite.expiredAt;
}

/** Whether an attempt is under way: it has begun and is not an offer that ran out. */
export function isUnderWay(of: StepTally, standing: Standing): boolean {
  return of.begunAt !== undefined && standing.offerLapsedAt === undefined;
}
