import type { Instant } from './calendar.js';
import type { Process, ProcessStep } from './compile-process.js';
import { type EventNeed, eventRules } from './event-rules.js';
import { type EventKind, eventKinds } from './events.js';
import { refusal } from './refusal.js';
import type { ApplicationState } from './state.js';

/** An event that may be recorded now. */
export interface NextEvent {
  readonly kind: EventKind;
  /** Key of the step it is about; undefined: the application. */
  readonly step: string | undefined;
  /** Keys of the outcomes to choose from, if it needs one. */
  readonly outcomes: readonly string[];
  /** What it must carry besides. */
  readonly needs: readonly EventNeed[];
}

/** Everything a person may record with effect `now`, given the state at `now`; corrections, always possible, are left out. */
export function legalNextEvents(
  process: Process,
  state: ApplicationState,
  now: Instant,
): readonly NextEvent[] {
  const found: NextEvent[] = [];
  for (const kind of eventKinds) {
    const rule = eventRules[kind];
    if (rule.byClock || kind === 'corrected') continue;
    const needs = rule.needs ?? [];
    const isRefused = (step?: Parameters<typeof refusal>[0]['step']) =>
      refusal({ kind, at: now, state, attempt: undefined, step }) !== undefined;
    if (rule.about !== 'step' && !isRefused()) found.push({ kind, step: undefined, outcomes: [], needs });
    if (rule.about === 'application') continue;
    for (const [index, definition] of process.steps.entries()) {
      const stepState = state.steps[index];
      if (!stepState || (rule.on && !rule.on.includes(definition.kind))) continue;
      if (isRefused({ definition, state: stepState })) continue;
      found.push({ kind, step: definition.key, outcomes: choices(definition, rule.outcome), needs });
    }
  }
  return found;
}

const choices = (step: ProcessStep, outcome: string | undefined): readonly string[] =>
  outcome === 'chosen' ? [...step.outcomes.keys()] : [];
