import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { checkEvent, type EventProblem, type HiringEvent } from '../engine/index.js';
import { wordsOf } from '../messages/words.js';
import { queueNotices } from '../outbox/notices.js';
import { eventValues } from './event-row.js';
import { wholeSecond } from './instants.js';
import {
  type Application,
  foldApplication,
  loadApplication,
  requireApplication,
} from './load-application.js';
import { recordOffers } from './offer-records.js';
import { problemText } from './problem-text.js';
import { saveAll } from './save-all.js';
import { writeProjection } from './write-projection.js';

/** An event to be recorded: who, when recorded and under what number are added here. */
export type NewEvent = Omit<HiringEvent, 'id' | 'recordedAt' | 'author' | 'effectiveAt'> & {
  /** Absent: now. */
  readonly effectiveAt?: number;
};

export interface Change {
  readonly applicationId: string;
  /** Makes a repeat of the same change harmless. */
  readonly clientKey?: string | undefined;
  /** Number of events the person had seen; another one fails with PRECONDITION_FAILED. */
  readonly ifVersion?: number | undefined;
  /** The events that follow from the application as it stands, under its lock. */
  readonly events: (application: Application) => readonly NewEvent[];
  /** Further records that belong to the change, saved in its transaction. Not run for a repeat. */
  readonly also?: (system: Session, before: Application, after: Application) => Promise<void>;
}

/**
 * The only writer of events. Locks the application, checks each event against the log, appends it, and brings the
 * stored projection in line with the fold, all in one transaction. Gives the application as it stands afterwards.
 * @throws MusterError NOT_FOUND, PRECONDITION_FAILED, or FIELD_CUSTOM_VALIDATION_EXCEPTION for an event that cannot be
 */
export async function appendEvents(session: Session, change: Change): Promise<Application> {
  return session.transaction(async (own) => {
    await requireApplication(own, change.applicationId);
    const system = own.system('hiring-event');
    await system.lock('ApplicationForm', [change.applicationId]);
    const before = await loadApplication(system, change.applicationId);
    if (await isRepeat(system, change)) return before;
    requireVersion(before, change, own);
    const after = extend(own, before, change.events(before));
    await storeEvents(system, after, before.log.length, change.clientKey);
    await writeProjection(system, after);
    await recordOffers(system, after);
    await queueNotices(system, before, after);
    await change.also?.(system, before, after);
    return after;
  });
}

/** Appends events that the clock brought about, without anybody asking. `system` holds the application's lock. */
export async function appendClockEvents(
  system: Session,
  before: Application,
  events: readonly NewEvent[],
): Promise<Application> {
  const after = extend(system, before, events);
  await storeEvents(system, after, before.log.length, undefined);
  await writeProjection(system, after);
  await recordOffers(system, after);
  await queueNotices(system, before, after);
  return after;
}

function extend(session: Session, before: Application, events: readonly NewEvent[]): Application {
  const now = wholeSecond(session.now());
  let log = before.log;
  for (const { effectiveAt, ...event } of events) {
    const next: HiringEvent = {
      ...event,
      id: String(log.length + 1),
      effectiveAt: wholeSecond(effectiveAt ?? now),
      recordedAt: now,
      author: session.principal.userId,
    };
    const problem = checkEvent(before.process, log, next, now);
    if (problem !== undefined) throw refused(session, before, problem);
    log = [...log, next];
  }
  return foldApplication({ ...before, log }, now);
}

function refused(session: Session, { process }: Application, problem: EventProblem): MusterError {
  const message = problemText(wordsOf(session), process, problem);
  return new MusterError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, {
    data: { code: problem.code, at: problem.at, ...problem.values },
  });
}

async function storeEvents(
  system: Session,
  { row, process, log }: Application,
  known: number,
  clientKey: string | undefined,
): Promise<void> {
  const records = log.slice(known).map((event, index) => ({
    values: {
      ...eventValues(process, row.Id, event),
      ...(index === 0 && clientKey !== undefined && { Client_Key__c: clientKeyOf(row.Id, clientKey) }),
    },
  }));
  await saveAll(system.insert('Application_Event__c', records));
}

const clientKeyOf = (applicationId: string, clientKey: string): string => `${applicationId} ${clientKey}`;

async function isRepeat(system: Session, { applicationId, clientKey }: Change): Promise<boolean> {
  if (clientKey === undefined) return false;
  const seen = await system.rows(
    soql`SELECT Id FROM Application_Event__c WHERE Client_Key__c = ${clientKeyOf(applicationId, clientKey)}`,
  );
  return seen.length > 0;
}

function requireVersion({ log }: Application, { ifVersion }: Change, session: Session): void {
  if (ifVersion === undefined || ifVersion === log.length) return;
  throw new MusterError('PRECONDITION_FAILED', wordsOf(session).say('error.changed_meanwhile'), {
    data: { version: log.length },
  });
}
