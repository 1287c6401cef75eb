import { readFileSync } from 'node:fs';
import type { Instant } from '../calendar.js';
import { checkEvent } from '../check-event.js';
import { parseProcess } from '../check-process.js';
import { compileProcess, type Evaluate, type Process } from '../compile-process.js';
import type { EventProblem } from '../event-problem.js';
import type { EventKind, Facts, HiringEvent } from '../events.js';
import { fold } from '../fold.js';
import type { ProcessVersion } from '../process.js';
import type { ApplicationState, StepState } from '../state.js';

/** Noon of a day written `2026-11-03`, UTC. */
export const day = (date: string): Instant => Date.parse(`${date}T12:00:00Z`);

/** Knows the three forms of formula the tests use: `fact`, `NOT(fact)` and `fact = "value"`. */
export const evaluateInTests: Evaluate = (formula, facts) => {
  const negated = /^NOT\((\w+)\)$/.exec(formula);
  if (negated) return facts[negated[1] ?? ''] !== true;
  const compared = /^(\w+) = "(.*)"$/.exec(formula);
  if (compared) return facts[compared[1] ?? ''] === compared[2];
  return facts[formula] === true;
};

export function shippedVersion(
  name: 'field-officer-14' | 'marrenfell-field-officer' | 'lake-guard-5',
): ProcessVersion {
  const file = new URL(`../../../processes/${name}.json`, import.meta.url);
  return parseProcess(JSON.parse(readFileSync(file, 'utf8')));
}

export const compileInTests = (version: ProcessVersion): Process => compileProcess(version, evaluateInTests);

export type Details = Partial<Omit<HiringEvent, 'id' | 'kind' | 'effectiveAt'>>;

/** An application's log under construction. Events are recorded when they happen unless told otherwise. */
export interface Story {
  readonly log: HiringEvent[];
  /** Appends an event and gives its id; fails if `checkEvent` refuses it. */
  add(date: string, kind: EventKind, step?: string, details?: Details): string;
  /** The problem `checkEvent` has with an event, which is not appended. */
  refuses(
    date: string,
    kind: EventKind,
    step?: string,
    details?: Details & { now?: Instant },
  ): EventProblem | undefined;
  correct(date: string, id: string): string;
  know(date: string, facts: Facts, details?: Details): string;
  at(date: string, knownAt?: string): ApplicationState;
  step(date: string, key: string): StepState;
}

export function tell(process: Process): Story {
  const log: HiringEvent[] = [];
  const make = (date: string, kind: EventKind, step: string | undefined, details: Details): HiringEvent => ({
    id: `e${log.length + 1}`,
    kind,
    step,
    effectiveAt: day(date),
    recordedAt: day(date),
    author: 'tomas',
    ...details,
  });
  const story: Story = {
    log,
    add(date, kind, step, details = {}) {
      const event = make(date, kind, step, details);
      const problem = checkEvent(process, log, event, Math.max(event.recordedAt, event.effectiveAt));
      if (problem) throw new Error(`${kind} on ${date}: ${problem.code}: ${problem.message}`);
      log.push(event);
      return event.id;
    },
    refuses(date, kind, step, { now, ...details } = {}) {
      const event = make(date, kind, step, details);
      return checkEvent(process, log, event, now ?? event.recordedAt);
    },
    correct: (date, id) =>
      story.add(date, 'corrected', undefined, { corrects: id, reason: 'Recorded by mistake' }),
    know: (date, facts, details = {}) =>
      story.add(date, 'fact.recorded', undefined, { data: { facts }, ...details }),
    at: (date, knownAt) =>
      fold(process, log, { now: day(date), ...(knownAt === undefined ? {} : { knownAt: day(knownAt) }) }),
    step(date, key) {
      const found = story.at(date).steps.find((each) => each.step === key);
      if (!found) throw new Error(`No step ${key}`);
      return found;
    },
  };
  return story;
}

/** Nia Calder's way through the demo agency's process to the day her conditional offer was accepted, 2 March 2026. */
export function tellUntilOffer(process: Process): Story {
  const story = tell(process);
  story.add('2026-01-05', 'application.started');
  story.add('2026-01-06', 'application.submitted');
  story.add('2026-01-12', 'stage.completed', 'qualification', { outcome: 'qualified' });
  story.add('2026-01-20', 'stage.completed', 'exam', { outcome: 'passed' });
  story.add('2026-02-02', 'stage.completed', 'fitness', { outcome: 'passed' });
  story.add('2026-02-16', 'stage.completed', 'interview', { outcome: 'recommended' });
  story.add('2026-02-20', 'offer.tentative', 'conditional_offer');
  story.add('2026-03-02', 'offer.accepted', 'conditional_offer');
  return story;
}
