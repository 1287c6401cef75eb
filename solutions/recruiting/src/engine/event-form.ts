import type { Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import { type EventProblem, eventProblem } from './event-problem.js';
import { type EventNeed, eventRules } from './event-rules.js';
import { eventKinds, type HiringEvent } from './events.js';

/** What is wrong with an event taken by itself: its kind, its step, what it must carry, its dates. */
export function checkEventForm(process: Process, event: HiringEvent, now: Instant): EventProblem | undefined {
  if (!eventKinds.includes(event.kind)) {
    return eventProblem('unknown_kind', 'kind', `There is no kind of event ${event.kind}`, {
      kind: event.kind,
    });
  }
  return (
    checkStep(process, event) ?? checkNeeds(event) ?? checkKeys(process, event) ?? checkDates(event, now)
  );
}

function checkStep(process: Process, { kind, step: key }: HiringEvent): EventProblem | undefined {
  const { about, on } = eventRules[kind];
  if (key === undefined) {
    return about === 'step'
      ? eventProblem('step_missing', 'step', `${kind} needs a step`, { kind })
      : undefined;
  }
  if (about === 'application') {
    return eventProblem('step_not_expected', 'step', `${kind} is about the application, not a step`, {
      kind,
    });
  }
  const step = process.steps[process.indexOf.get(key) ?? -1];
  if (!step) return eventProblem('unknown_step', 'step', `The process has no step ${key}`, { step: key });
  if (!on || on.includes(step.kind)) return undefined;
  const message = `${kind} is not recorded on a step of kind ${step.kind}`;
  return eventProblem('wrong_step_kind', 'step', message, { kind, step: key });
}

const carries: Readonly<Record<EventNeed, (event: HiringEvent) => unknown>> = {
  reason: (event) => event.reason?.trim(),
  waitingOn: (event) => event.waitingOn,
  appointment: (event) => event.data?.appointment,
  facts: (event) => event.data?.facts,
  disposition: (event) => event.data?.disposition,
};
const placeOf = (need: EventNeed) => (need === 'reason' || need === 'waitingOn' ? need : `data.${need}`);

function checkNeeds(event: HiringEvent): EventProblem | undefined {
  const needs = event.corrects === undefined ? [] : (['reason'] as const);
  for (const need of [...needs, ...(eventRules[event.kind].needs ?? [])]) {
    if (!carries[need](event)) {
      return eventProblem('missing', placeOf(need), `${event.kind} needs ${need}`, {
        kind: event.kind,
        need,
      });
    }
  }
  if (event.kind !== 'corrected' || event.corrects !== undefined) return undefined;
  return eventProblem('missing', 'corrects', 'A correction names the event it annuls', {
    kind: event.kind,
    need: 'corrects',
  });
}

function checkKeys(process: Process, event: HiringEvent): EventProblem | undefined {
  const { outcome } = eventRules[event.kind];
  const step = process.steps[process.indexOf.get(event.step ?? '') ?? -1];
  const key = outcome === 'chosen' ? (event.outcome ?? '') : outcome;
  if (step && key !== undefined && !step.outcomes.has(key)) {
    return eventProblem('unknown_outcome', 'outcome', `${step.label.en} has no outcome ${key}`, {
      step: step.key,
      outcome: key,
    });
  }
  const disposition = event.data?.disposition;
  if (disposition === undefined || process.version.dispositions.some((each) => each.key === disposition)) {
    return undefined;
  }
  return eventProblem(
    'unknown_disposition',
    'data.disposition',
    `The process has no disposition ${disposition}`,
    { disposition },
  );
}

function checkDates({ effectiveAt, recordedAt, data }: HiringEvent, now: Instant): EventProblem | undefined {
  const dates = {
    effectiveAt,
    recordedAt,
    'data.answerBy': data?.answerBy,
    'data.appointment': data?.appointment?.startsAt,
    'data.until': data?.until,
  };
  for (const [at, date] of Object.entries(dates)) {
    if (date !== undefined && !Number.isFinite(date))
      return eventProblem('bad_date', at, 'This is not a date');
  }
  if (effectiveAt > now || recordedAt > now) {
    return eventProblem(
      'in_the_future',
      effectiveAt > now ? 'effectiveAt' : 'recordedAt',
      'The date lies in the future',
      { now },
    );
  }
  if (data?.answerBy !== undefined && data.answerBy <= effectiveAt) {
    return eventProblem('bad_date', 'data.answerBy', 'The offer would run out before it is made');
  }
  if (data?.until !== undefined && data.until <= effectiveAt) {
    return eventProblem('bad_date', 'data.until', 'The hold would end before it begins');
  }
  return undefined;
}
