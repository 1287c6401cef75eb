import type { Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { type ApplicationState, fold, type HiringEvent, type Process } from '../engine/index.js';
import { type EventRow, eventFields, readEventRow } from './event-row.js';
import { wholeSecond } from './instants.js';
import { loadProcess } from './process-versions.js';

/** The row of an application, as far as operations need it beside what its events say. */
export interface ApplicationRow {
  readonly Id: string;
  readonly Name: string;
  readonly Receipt__c: string | null;
  readonly Contact__c: string;
  readonly Contact__r: {
    readonly Name: string;
    readonly Email: string | null;
    readonly Phone: string | null;
    readonly Preferred_Language__c: string | null;
  };
  readonly Posting__c: string;
  readonly Posting__r: {
    readonly Name: string;
    readonly Title__c: string;
    readonly Title_es__c: string | null;
    readonly Agency__c: string | null;
    readonly Questionnaire__c: string | null;
  };
  readonly Requisition__c: string | null;
  readonly Requisition__r: { readonly Name: string } | null;
  readonly Process_Version__c: string;
  readonly Process_Version__r: { readonly Number__c: number };
  readonly Process_Key__c: string;
  readonly OwnerId: string;
  readonly Owner: { readonly Name: string };
  readonly Open_Key__c: string | null;
}

/** An application with everything that follows from its events at one instant. */
export interface Application {
  readonly row: ApplicationRow;
  readonly process: Process;
  readonly log: readonly HiringEvent[];
  readonly state: ApplicationState;
  readonly now: number;
}

const applicationFields = [
  'Id',
  'Name',
  'Receipt__c',
  'Contact__c',
  'Contact__r.Name',
  'Contact__r.Email',
  'Contact__r.Phone',
  'Contact__r.Preferred_Language__c',
  'Posting__c',
  'Posting__r.Name',
  'Posting__r.Title__c',
  'Posting__r.Title_es__c',
  'Posting__r.Agency__c',
  'Posting__r.Questionnaire__c',
  'Requisition__c',
  'Requisition__r.Name',
  'Process_Version__c',
  'Process_Version__r.Number__c',
  'Process_Key__c',
  'OwnerId',
  'Owner.Name',
  'Open_Key__c',
];

/**
 * Reads and folds one application. `system` has all rights: callers first make sure, in the reader's own session,
 * that the application is the reader's to see, and show of it what the reader's rights allow.
 * @throws MusterError NOT_FOUND
 */
export async function loadApplication(system: Session, id: string): Promise<Application> {
  const row = await system.row<ApplicationRow>(
    soql`SELECT ${soqlNames(...applicationFields)} FROM ApplicationForm WHERE Id = ${id}`,
  );
  const process = await loadProcess(system, row.Process_Version__c);
  const log = await loadLog(system, id);
  return foldApplication({ row, process, log }, wholeSecond(system.now()));
}

/** The events of an application in the order of recording. */
export async function loadLog(system: Session, id: string): Promise<readonly HiringEvent[]> {
  const rows = await system.rows<EventRow>(
    soql`SELECT ${soqlNames(...eventFields)} FROM Application_Event__c WHERE Application__c = ${id} ORDER BY Number__c`,
  );
  return rows.map(readEventRow);
}

/** The application as it stands at `now`. */
export function foldApplication(
  parts: Pick<Application, 'row' | 'process' | 'log'>,
  now: number,
): Application {
  return { ...parts, now, state: fold(parts.process, parts.log, { now }) };
}

/** Makes sure the reader may see the application. @throws MusterError NOT_FOUND when not */
export async function requireApplication(session: Session, id: string): Promise<void> {
  await session.row(soql`SELECT Id FROM ApplicationForm WHERE Id = ${id}`);
}
