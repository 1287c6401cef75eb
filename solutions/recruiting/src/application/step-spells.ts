import {
  type ApplicationState,
  eventRules,
  eventsInForce,
  fold,
  type HiringEvent,
  type Instant,
  type Process,
  type StepState,
} from '../engine/index.js';

/** The latest time somebody spent at a step: what waiting times are counted from. */
export interface StepSpell {
  readonly openedAt: Instant;
  /** Undefined while it lasts. */
  readonly endedAt: Instant | undefined;
  /** `left`: the application ended, or the step shut again, before the step had a result. */
  readonly ending: 'finished' | 'left' | undefined;
}

/** What became of each step over time, by the step's index in the process. */
export interface StepPast {
  readonly spell: StepSpell | undefined;
  readonly attendedAt: Instant | undefined;
  /** When it was last passed, whether or not the result still counts. */
  readonly passedAt: Instant | undefined;
}

/**
 * Looks back over a log. The state of a finished step no longer says when it opened, so the application is folded
 * once more as it was just before each of its steps ended.
 */
export function stepPasts(
  process: Process,
  log: readonly HiringEvent[],
  state: ApplicationState,
  now: Instant,
): readonly StepPast[] {
  const { events } = eventsInForce(log, now);
  const states = new Map<Instant, ApplicationState>();
  const before = (at: Instant): ApplicationState => {
    const known = states.get(at);
    if (known !== undefined) return known;
    const folded = fold(process, log, { now: at - 1 });
    states.set(at, folded);
    return folded;
  };
  return process.steps.map((step, index) => ({
    spell: spellOf(state, index, before),
    ...resultsOf(step.key, process, events),
  }));
}

function spellOf(
  state: ApplicationState,
  index: number,
  before: (at: Instant) => ApplicationState,
): StepSpell | undefined {
  const step = state.steps[index];
  if (step === undefined) return undefined;
  if (step.openedAt !== undefined) return { openedAt: step.openedAt, endedAt: undefined, ending: undefined };
  const end = endOf(step, state);
  if (end === undefined) return undefined;
  const earlier = before(end.at).steps[index];
  if (earlier === undefined) return undefined;
  if (earlier.openedAt !== undefined) {
    return { openedAt: earlier.openedAt, endedAt: end.at, ending: end.ending };
  }
  if (end.ending === 'finished' && isSettled(earlier) === false) {
    return step.state === 'done' || step.state === 'failed'
      ? { openedAt: end.at, endedAt: end.at, ending: 'finished' }
      : undefined;
  }
  return spellOf(before(end.at), index, before);
}

/** When and how the present state of a step came to be its last. */
function endOf(
  step: StepState,
  state: ApplicationState,
): { at: Instant; ending: 'finished' | 'left' } | undefined {
  if (isSettled(step) && step.since !== undefined) return { at: step.since, ending: 'finished' };
  if (step.state === 'not_open' && state.closing !== undefined)
    return { at: state.closing.at, ending: 'left' };
  return undefined;
}

function isSettled(step: StepState): boolean {
  return ['done', 'failed', 'waived', 'expired'].includes(step.state);
}

function resultsOf(
  key: string,
  process: Process,
  events: readonly HiringEvent[],
): { attendedAt: Instant | undefined; passedAt: Instant | undefined } {
  const outcomes = process.steps[process.indexOf.get(key) ?? -1]?.outcomes;
  let attendedAt: Instant | undefined;
  let passedAt: Instant | undefined;
  for (const event of events) {
    if (event.step !== key) continue;
    const fixed = eventRules[event.kind].outcome;
    const outcome = fixed === 'chosen' ? event.outcome : fixed;
    if (event.kind === 'stage.attended' || fixed === 'chosen') attendedAt = event.effectiveAt;
    if (outcome !== undefined && outcomes?.get(outcome)?.passes) passedAt = event.effectiveAt;
  }
  return { attendedAt, passedAt };
}
