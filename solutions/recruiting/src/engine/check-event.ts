import { applicationState } from './application-state.js';
import { type Instant, isoDay } from './calendar.js';
import { dueClockEvents } from './clock-events.js';
import type { Process } from './compile-process.js';
import { checkEventForm } from './event-form.js';
import { type EventProblem, eventProblem } from './event-problem.js';
import { eventRules } from './event-rules.js';
import type { HiringEvent } from './events.js';
import { annulledIds, eventsInForce } from './events-in-force.js';
import { fold } from './fold.js';
import { refusal } from './refusal.js';
import { replay } from './replay.js';
import type { ApplicationState } from './state.js';

/**
 * Why `event` may not be appended to `log` at `now`, or undefined if it may. An event must have been possible at its
 * effective time, as the log is known now, and must leave what was recorded later on the same step possible.
 * A correction may say whatever is true: later events that it contradicts stay, and the fold gives them no effect
 * that the process does not allow.
 */
export function checkEvent(
  process: Process,
  log: readonly HiringEvent[],
  event: HiringEvent,
  now: Instant,
): EventProblem | undefined {
  const problem = checkEventForm(process, event, now) ?? checkIdentity(log, event);
  if (problem || event.kind === 'corrected') return problem;
  if (eventRules[event.kind].byClock) return checkDue(process, log, event, now);
  if (event.corrects === undefined) {
    return checkTransition(process, log, event, now) ?? checkLater(process, log, event, now);
  }
  return checkTransition(process, [...log, annulmentOf(event)], event, now);
}

/** The event's id is new, and what it corrects is there to be corrected. */
function checkIdentity(log: readonly HiringEvent[], { id, corrects }: HiringEvent): EventProblem | undefined {
  if (log.some((each) => each.id === id)) {
    return eventProblem('duplicate_id', 'id', `There is an event ${id} already`, { id });
  }
  if (corrects === undefined) return undefined;
  const target = log.find((each) => each.id === corrects);
  if (!target)
    return eventProblem('unknown_target', 'corrects', `There is no event ${corrects}`, { id: corrects });
  if (eventRules[target.kind].byClock) {
    return eventProblem(
      'clock_only',
      'corrects',
      'What time brought about follows from the results; correct those',
      { id: corrects },
    );
  }
  if (!annulledIds(log, Number.POSITIVE_INFINITY)?.has(corrects)) return undefined;
  return eventProblem(
    'target_annulled',
    'corrects',
    `Event ${corrects} has been corrected already; correct that correction`,
    {
      id: corrects,
    },
  );
}

function annulmentOf(event: HiringEvent): HiringEvent {
  return { ...event, id: `${event.id} annuls`, kind: 'corrected', step: undefined, data: undefined };
}

function checkDue(
  process: Process,
  log: readonly HiringEvent[],
  event: HiringEvent,
  now: Instant,
): EventProblem | undefined {
  const isDue = dueClockEvents(process, log, now).some(
    (due) =>
      due.kind === event.kind &&
      due.step === event.step &&
      due.attempt === event.attempt &&
      due.effectiveAt === event.effectiveAt,
  );
  return isDue
    ? undefined
    : eventProblem('not_due', 'kind', 'Nothing has run out then that is not in the log');
}

function checkTransition(
  process: Process,
  log: readonly HiringEvent[],
  event: HiringEvent,
  now: Instant,
): EventProblem | undefined {
  const problem = refusalIn(process, fold(process, log, { now: event.effectiveAt }), event);
  if (problem?.code !== 'prerequisite' && problem?.code !== 'not_submitted') return problem;
  const current = stepOf(fold(process, log, { now }), event);
  const openedAt = current?.isOpen ? current.openedAt : undefined;
  if (openedAt === undefined || openedAt <= event.effectiveAt) return problem;
  const message = `The step opened on ${isoDay(openedAt)}; ${isoDay(event.effectiveAt)} is before that`;
  return eventProblem('before_step_opened', 'effectiveAt', message, { step: event.step ?? '', openedAt });
}

/** Refuses an event that would make a later one on the same step impossible, such as a second result. */
function checkLater(
  process: Process,
  log: readonly HiringEvent[],
  event: HiringEvent,
  now: Instant,
): EventProblem | undefined {
  if (event.step === undefined) return undefined;
  const { events } = eventsInForce([...log, event], now);
  const place = events.indexOf(event);
  for (const [index, later] of events.entries()) {
    if (index <= place || later.step !== event.step) continue;
    const before = events.slice(0, index);
    const without = before.filter((each) => each !== event);
    if (refusalAfter(process, before, later) && !refusalAfter(process, without, later)) {
      const message = `It contradicts what is recorded for ${isoDay(later.effectiveAt)} (${later.kind}); correct that event`;
      return eventProblem('conflicts_with_later', 'effectiveAt', message, { id: later.id, kind: later.kind });
    }
  }
  return undefined;
}

function refusalAfter(
  process: Process,
  before: readonly HiringEvent[],
  event: HiringEvent,
): EventProblem | undefined {
  return refusalIn(
    process,
    applicationState(process, replay(process, before), event.effectiveAt, undefined),
    event,
  );
}

function refusalIn(process: Process, state: ApplicationState, event: HiringEvent): EventProblem | undefined {
  const definition = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const stepState = stepOf(state, event);
  return refusal({
    kind: event.kind,
    at: event.effectiveAt,
    state,
    attempt: event.attempt,
    step: definition && stepState ? { definition, state: stepState } : undefined,
  });
}

const stepOf = (state: ApplicationState, { step }: HiringEvent) =>
  step === undefined ? undefined : state.steps.find((each) => each.step === step);
