import type { RuleRecord } from '@muster/records';
import { waitingOn } from './case-status.js';
import { hoursAfter, readStoredInstant, storedInstant } from './instants.js';

/** What a save leaves in a case about its turn and its end, as PostgreSQL text. */
export interface CaseClock {
  readonly isClosed: boolean;
  readonly closedAt: string | null;
  readonly waitingSince: string | null;
  readonly dueAt: string | null;
}

export interface ClockInput {
  readonly isClosedStatus: (status: string | null) => boolean;
  /** Hours to an answer, by priority; undefined where no target is set. */
  readonly targetHours: (priority: string | null) => number | undefined;
  /** Milliseconds. */
  readonly now: number;
}

/**
 * When a case began to wait on support, when an answer is due, and when it was closed. Waiting goes on while support
 * only works on it; an answer ends it, and the person's reply or a reopening begins it anew. Records that tell of the
 * past, which imports create, are dated by what they say.
 */
export function caseClock(record: Pick<RuleRecord, 'values' | 'previous'>, input: ClockInput): CaseClock {
  const { values, previous } = record;
  const after = (name: string) => (values.has(name) ? values.get(name) : previous?.get(name)) ?? null;
  const isNew = previous === undefined;
  const status = after('status');
  const isClosed = input.isClosedStatus(status);
  const wasClosed = !isNew && input.isClosedStatus(previous.get('status') ?? null);
  const now = storedInstant(input.now);
  const closedNow = isNew ? (values.get('lastmodifieddate') ?? now) : now;
  const closedAt = !isClosed ? null : wasClosed ? (previous.get('closeddate') ?? now) : closedNow;

  const waits = waitingOn(status, isClosed) === 'support';
  const waited = !isNew && waitingOn(previous.get('status') ?? null, wasClosed) === 'support';
  const began = isNew ? (values.get('waiting_since__c') ?? values.get('createddate') ?? now) : now;
  const waitingSince = !waits ? null : waited ? (previous.get('waiting_since__c') ?? began) : began;
  const hours = input.targetHours(after('priority'));
  const isDue = waitingSince !== null && hours !== undefined;
  const dueAt = isDue ? storedInstant(hoursAfter(readStoredInstant(waitingSince), hours)) : null;
  return { isClosed, closedAt, waitingSince, dueAt };
}
