import type { HiringEvent, Process } from '../engine/index.js';

/** Whether a process has the step and the outcome that an event names. */
export function legalKeys(process: Process, { step: key, outcome }: HiringEvent): boolean {
  const step = process.steps[process.indexOf.get(key ?? '') ?? -1];
  return step !== undefined && (outcome === undefined || step.outcomes.has(outcome));
}
