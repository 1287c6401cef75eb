import type { Observation } from '@muster/analytics';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { readInstant } from '../application/instants.js';
import type { Instant } from '../engine/index.js';

const DAY = 86_400_000;
export const YEAR_MS = 365 * DAY;

/** How long people were at one step, in whole days, over those who entered it in the last twelve months. */
export interface StepWaits {
  readonly observations: readonly Observation[];
  readonly entered: number;
  readonly finished: number;
  readonly stillWaiting: number;
}

/** One person's latest time at a step, as the projection keeps it. */
export interface WaitRow {
  readonly Step__c: string;
  readonly Opened_At__c: string;
  readonly Ending__c: 'finished' | 'left' | null;
  /** Null while it lasts. */
  readonly Days__c: number | null;
}

/**
 * Waits by step of one process, or at one of its steps. Whoever left before a result, or still waits, is counted as
 * seen up to then. Only counts leave of people the caller may not open.
 */
export async function loadStepWaits(
  session: Session,
  of: { readonly process: string; readonly step?: string },
  now: Instant,
): Promise<ReadonlyMap<string, StepWaits>> {
  const rows = await session.system('figures').rows<WaitRow>(
    soql`SELECT Step__c, Opened_At__c, Ending__c, Days__c FROM Application_Step__c
      WHERE Application__r.Process_Key__c = ${of.process} AND Opened_At__c >= ${{ dateTime: now - YEAR_MS }}`.concat(
      of.step === undefined ? '' : soql` AND Step__c = ${of.step}`,
    ),
  );
  return gatherWaits(rows, now);
}

/** Adds up waits by step; equal ones are counted together. */
export function gatherWaits(rows: readonly WaitRow[], now: Instant): ReadonlyMap<string, StepWaits> {
  const byStep = new Map<string, WaitRow[]>();
  for (const row of rows) {
    const ofStep = byStep.get(row.Step__c);
    if (ofStep === undefined) byStep.set(row.Step__c, [row]);
    else ofStep.push(row);
  }
  return new Map([...byStep].map(([step, ofStep]) => [step, countWaits(ofStep, now)]));
}

function countWaits(rows: readonly WaitRow[], now: Instant): StepWaits {
  const counts = { finished: new Map<number, number>(), unfinished: new Map<number, number>() };
  let stillWaiting = 0;
  for (const row of rows) {
    if (row.Days__c === null) stillWaiting += 1;
    const days = row.Days__c ?? Math.max(0, Math.floor((now - readInstant(row.Opened_At__c)) / DAY));
    const of = row.Ending__c === 'finished' ? counts.finished : counts.unfinished;
    of.set(days, (of.get(days) ?? 0) + 1);
  }
  const observations = (of: ReadonlyMap<number, number>, ended: boolean) =>
    [...of].map(([duration, count]): Observation => ({ duration, ended, count }));
  return {
    observations: [...observations(counts.finished, true), ...observations(counts.unfinished, false)],
    entered: rows.length,
    finished: [...counts.finished.values()].reduce((sum, count) => sum + count, 0),
    stillWaiting,
  };
}
