import type { ChangeDraft, ProcessStepView } from '@muster/client';

/** The values of a step that a draft may change, as they are typed. */
export interface StepEntry {
  readonly targetDays: string;
  readonly validityMonths: string;
  readonly attempts: string;
}

export type StepEntries = Readonly<Record<string, StepEntry>>;

/** A step's values as text; empty for what has no limit. */
export function entryOf(step: ProcessStepView): StepEntry {
  return {
    targetDays: String(step.targetDays),
    validityMonths: step.validityMonths === null ? '' : String(step.validityMonths),
    attempts: step.attempts === null ? '' : String(step.attempts),
  };
}

/** What was typed, as a change of the draft: only steps and values that differ. Null when something is not a number. */
export function changesOf(
  steps: readonly ProcessStepView[],
  entries: StepEntries,
): ChangeDraft['steps'] | null {
  const changes: ChangeDraft['steps'][number][] = [];
  for (const step of steps) {
    const entry = entries[step.step];
    if (entry === undefined) continue;
    const targetDays = readCount(entry.targetDays);
    const validityMonths = readCount(entry.validityMonths);
    const attempts = readCount(entry.attempts);
    if (typeof targetDays !== 'number' || validityMonths === undefined || attempts === undefined) return null;
    const change = {
      ...(targetDays === step.targetDays ? {} : { targetDays }),
      ...(validityMonths === step.validityMonths ? {} : { validityMonths }),
      ...(attempts === step.attempts ? {} : { attempts }),
    };
    if (Object.keys(change).length > 0) changes.push({ step: step.step, ...change });
  }
  return changes;
}

/** A whole number from 1, null for nothing, undefined for anything else. */
function readCount(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[1-9]\d{0,3}$/.test(trimmed) ? Number(trimmed) : undefined;
}
