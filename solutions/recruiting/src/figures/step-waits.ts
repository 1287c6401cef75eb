import type { Observation } from '@muster/analytics';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { readInstant } from '../application/instants.js';
import type { Instant } from '../engine/calendar.js';

const DAY = 86_400_000;
export const YEAR_MS = 365 * DAY;

/** How long people were at one step, in whole days, over those who entered it in the last twelve months. */
export interface StepWaits {
  readonly observations: readonly Observation[];
  readonly entered: number;
  readonly finished: number;
  readonly stillWaiting: number;
}

interface EndedRow {
  readonly step: string;
  readonly ending: string;
  readonly days: number;
  readonly n: number;
}

interface WaitingRow {
  readonly Step__c: string;
  readonly Opened_At__c: string;
}

/**
 * Waits by step of one process. Whoever left before a result, or still waits, is counted as seen up to then. Only
 * counts are read of people the caller may not open.
 */
export async function loadStepWaits(
  session: Session,
  processKey: string,
  now: Instant,
): Promise<ReadonlyMap<string, StepWaits>> {
  const system = session.system('figures');
  const from = { dateTime: now - YEAR_MS };
  const ended = await system.rows<EndedRow>(
    soql`SELECT Step__c step, Ending__c ending, Days__c days, COUNT(Id) n FROM Application_Step__c
      WHERE Application__r.Process_Key__c = ${processKey} AND Opened_At__c >= ${from} AND Ended_At__c != null
      GROUP BY Step__c, Ending__c, Days__c`,
  );
  const waiting = await system.rows<WaitingRow>(
    soql`SELECT Step__c, Opened_At__c FROM Application_Step__c
      WHERE Application__r.Process_Key__c = ${processKey} AND Opened_At__c >= ${from} AND Ended_At__c = null`,
  );
  return gatherWaits(ended, waiting, now);
}

/** Adds up counted and single waits by step. */
export function gatherWaits(
  ended: readonly EndedRow[],
  waiting: readonly WaitingRow[],
  now: Instant,
): ReadonlyMap<string, StepWaits> {
  const byStep = new Map<
    string,
    { observations: Observation[]; finished: number; left: number; waiting: number }
  >();
  const of = (step: string) => {
    const known = byStep.get(step) ?? { observations: [], finished: 0, left: 0, waiting: 0 };
    byStep.set(step, known);
    return known;
  };
  for (const { step, ending, days, n } of ended) {
    const waits = of(step);
    const isFinished = ending === 'finished';
    waits.observations.push({ duration: days, ended: isFinished, count: n });
    waits[isFinished ? 'finished' : 'left'] += n;
  }
  for (const row of waiting) {
    const waits = of(row.Step__c);
    const days = Math.max(0, Math.floor((now - readInstant(row.Opened_At__c)) / DAY));
    waits.observations.push({ duration: days, ended: false });
    waits.waiting += 1;
  }
  return new Map(
    [...byStep].map(([step, { observations, finished, left, waiting: stillWaiting }]) => [
      step,
      { observations, entered: finished + left + stillWaiting, finished, stillWaiting },
    ]),
  );
}
