import type { FieldValues } from '@muster/records';
import {
  type EventData,
  type EventKind,
  eventKinds,
  type HiringEvent,
  type Party,
  type Process,
  parties,
} from '../engine/index.js';
import { instantText, readInstant } from './instants.js';
import { sealOf } from './sealing.js';

/** An event as it is stored. Content of sealed steps stands in a field of its own, which rights can close. */
export interface EventRow {
  readonly Number__c: number;
  readonly Kind__c: string;
  readonly Step__c: string | null;
  readonly Attempt__c: number | null;
  readonly Outcome__c: string | null;
  readonly Effective_At__c: string;
  readonly Recorded_At__c: string;
  readonly Author__c: string | null;
  readonly Waiting_On__c: string | null;
  readonly Corrects__c: number | null;
  readonly Reason__c: string | null;
  readonly Detail__c: string | null;
  readonly Medical_Detail__c: string | null;
  readonly Background_Detail__c: string | null;
}

/** What is taken out of the plain fields of a sealed event. */
interface SealedContent {
  readonly outcome?: string;
  readonly reason?: string;
  readonly data?: EventData;
}

/** Field values of an event's record. Ids of events are their numbers within the application. */
export function eventValues(process: Process, applicationId: string, event: HiringEvent): FieldValues {
  const index = event.step === undefined ? undefined : process.indexOf.get(event.step);
  const step = index === undefined ? undefined : process.steps[index];
  const seal = step && sealOf(step);
  const { outcome, reason, data } = event;
  const content: SealedContent = {
    ...(outcome !== undefined && { outcome }),
    ...(reason !== undefined && { reason }),
    ...(data !== undefined && { data }),
  };
  const sealed = seal === undefined ? null : JSON.stringify(content);
  return {
    Application__c: applicationId,
    Number__c: Number(event.id),
    Kind__c: event.kind,
    Step__c: event.step ?? null,
    Attempt__c: event.attempt ?? null,
    Outcome__c: seal === undefined ? (outcome ?? null) : null,
    Effective_At__c: instantText(event.effectiveAt),
    Recorded_At__c: instantText(event.recordedAt),
    Author__c: event.author === '' ? null : event.author,
    Waiting_On__c: event.waitingOn ?? null,
    Corrects__c: event.corrects === undefined ? null : Number(event.corrects),
    Reason__c: seal === undefined ? (reason ?? null) : null,
    Detail__c: seal === undefined && data !== undefined ? JSON.stringify(data) : null,
    Medical_Detail__c: seal === 'medical' ? sealed : null,
    Background_Detail__c: seal === 'background' ? sealed : null,
  };
}

/** The event of a stored row, read with all rights. @throws Error when the row was not written by this module */
export function readEventRow(row: EventRow): HiringEvent {
  const sealedText = row.Medical_Detail__c ?? row.Background_Detail__c;
  const content: SealedContent =
    sealedText === null
      ? {
          ...(row.Outcome__c !== null && { outcome: row.Outcome__c }),
          ...(row.Reason__c !== null && { reason: row.Reason__c }),
          ...(row.Detail__c !== null && { data: JSON.parse(row.Detail__c) as EventData }),
        }
      : (JSON.parse(sealedText) as SealedContent);
  return {
    id: String(row.Number__c),
    kind: eventKind(row.Kind__c),
    ...(row.Step__c !== null && { step: row.Step__c }),
    ...(row.Attempt__c !== null && { attempt: row.Attempt__c }),
    effectiveAt: readInstant(row.Effective_At__c),
    recordedAt: readInstant(row.Recorded_At__c),
    author: row.Author__c ?? '',
    ...(row.Waiting_On__c !== null && { waitingOn: party(row.Waiting_On__c) }),
    ...(row.Corrects__c !== null && { corrects: String(row.Corrects__c) }),
    ...content,
  };
}

/** Fields `readEventRow` needs. */
export const eventFields = [
  'Number__c',
  'Kind__c',
  'Step__c',
  'Attempt__c',
  'Outcome__c',
  'Effective_At__c',
  'Recorded_At__c',
  'Author__c',
  'Waiting_On__c',
  'Corrects__c',
  'Reason__c',
  'Detail__c',
  'Medical_Detail__c',
  'Background_Detail__c',
] as const;

function eventKind(text: string): EventKind {
  const kind = eventKinds.find((each) => each === text);
  if (kind === undefined) throw new Error(`Unknown kind of event: ${text}`);
  return kind;
}

function party(text: string): Party {
  const found = parties.find((each) => each === text);
  if (found === undefined) throw new Error(`Unknown party: ${text}`);
  return found;
}
