import { addDays, earlier, type Instant } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import { standingHold } from './holding.js';
import type { Moment } from './moment.js';
import { isActive, isMet, type Standing } from './standing.js';
import type { Blocker, StepState } from './state.js';
import { attemptsAllowed, hasPassed, type StepTally } from './tally.js';

/** When a step whose last attempt did not pass may be taken again. */
export interface Retake {
  /** Undefined when no attempt is left. */
  readonly nextAttemptAt: Instant | undefined;
}

/** The re-take a failed attempt or an unanswered offer leads to; undefined while no attempt has ended that way. */
export function retakeOf(step: ProcessStep, of: StepTally, standing: Standing): Retake | undefined {
  const lapsedAt = standing.offerLapsedAt;
  const failedAt = of.result && !hasPassed(of) ? of.result.at : undefined;
  const at = lapsedAt ?? (of.begunAt === undefined ? failedAt : undefined);
  if (at === undefined) return undefined;
  const failures = of.failures + (lapsedAt === undefined ? 0 : 1);
  if (failures >= attemptsAllowed(step)) return { nextAttemptAt: undefined };
  return { nextAttemptAt: addDays(at, step.retake?.waitDays ?? 0) };
}

/** What the order of the process still asks for before the step may open. `states` holds all it rests on. */
export function orderBlockers(moment: Moment, index: number, states: readonly StepState[]): Blocker[] {
  const { process, tally, standings } = moment;
  const step = process.steps[index];
  const usesFrom = standings[index]?.usesFrom;
  const blockers: Blocker[] = [];
  if (!step) return blockers;
  if (tally.submittedAt === undefined && step.kind !== 'interest') blockers.push({ kind: 'not_submitted' });
  for (const link of step.prerequisites) {
    const prerequisite = standings[link.index];
    const state = states[link.index];
    if (!prerequisite || !state || !isActive(link, tally) || isMet(prerequisite, usesFrom)) continue;
    blockers.push({ kind: 'prerequisite', step: state.step, state: state.state });
  }
  if (step.afterConditionalOffer && moment.offerAcceptedAt === undefined)
    blockers.push({ kind: 'conditional_offer' });
  if (tally.end?.status === 'on_duty' && !step.isAfterEntry)
    blockers.push({ kind: 'ended', status: 'on_duty' });
  return blockers;
}

/** What stops a step that could otherwise go on: a hold, or an adjudication. */
export function stopBlockers({ process, tally, now }: Moment, step: ProcessStep, of: StepTally): Blocker[] {
  const blockers: Blocker[] = [];
  const hold = standingHold(tally.hold, now) ?? standingHold(of.hold, now);
  if (hold) blockers.push({ kind: 'hold', until: hold.until });
  if (tally.end?.status === 'on_duty') return blockers;
  const isLast = step.kind === 'final_offer' || step.kind === 'entry_on_duty';
  for (const cause of tally.causes) {
    if (cause.kind === 'gate') {
      const gate = process.version.gates.find((each) => each.key === cause.gate);
      if (gate?.stops.includes(step.key)) blockers.push({ kind: 'gate', gate: cause.gate });
      else if (isLast) blockers.push({ kind: 'adjudication' });
    } else if (step.costly || isLast || (cause.kind === 'outcome' && cause.step === step.key)) {
      blockers.push({ kind: 'adjudication' });
    }
  }
  return blockers;
}

/** What the re-take rule still asks for. */
export function retakeBlockers(retake: Retake | undefined, now: Instant): Blocker[] {
  if (!retake) return [];
  if (retake.nextAttemptAt === undefined) return [{ kind: 'attempts_spent' }];
  return retake.nextAttemptAt > now ? [{ kind: 'retake_wait', until: retake.nextAttemptAt }] : [];
}

/** Since when the hold or adjudication that stops a step has stood. */
export function stoppedSince({ tally, now }: Moment, of: StepTally): Instant | undefined {
  const since = earlier(standingHold(tally.hold, now)?.since, standingHold(of.hold, now)?.since);
  return earlier(since, tally.causes[0]?.at);
}
