import type { FieldValues, Session } from '@muster/records';
import { dueClockEvents, fold, type HiringEvent, type Process } from '../engine/index.js';
import { eventValues } from './event-row.js';
import { wholeSecond } from './instants.js';
import { offersOfLog } from './offers-of-log.js';
import { processReader } from './process-versions.js';
import { project } from './projection.js';
import { saveAll } from './save-all.js';
import { openKeyOf } from './write-projection.js';

/** An application with all that happened to it, as it comes from elsewhere or from the demo story. */
export interface ApplicationHistory {
  readonly contactId: string;
  readonly accountId?: string;
  /** Of the person; keeps two open applications to one posting apart. */
  readonly email: string;
  readonly postingId: string;
  readonly requisitionId: string;
  readonly processVersionId: string;
  readonly ownerId: string;
  readonly receipt?: string;
  /** In the order of recording. `recordedAt` and `author` default to the effective time and the owner. */
  readonly events: readonly ImportedEvent[];
}

export type ImportedEvent = Omit<HiringEvent, 'id' | 'recordedAt' | 'author' | 'corrects'> & {
  readonly recordedAt?: number;
  readonly author?: string;
  /** Number of the event it corrects, from 1. */
  readonly corrects?: number;
};

/** Applications saved at a time: large enough for the save steps to be set-based, small enough for memory. */
const CHUNK = 2_000;

/**
 * Loads many applications with their events at once: each is folded, then applications, events, steps and offers
 * are inserted in large batches. Sends nothing to anybody. Gives the ids in the order of `histories`. Events are taken as they are:
 * they were checked where they come from.
 */
export async function importHistories(
  session: Session,
  histories: readonly ApplicationHistory[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  const read = processReader(session.system('installation'));
  for (let start = 0; start < histories.length; start += CHUNK) {
    const chunk = histories.slice(start, start + CHUNK);
    const processes = await Promise.all(chunk.map((history) => read(history.processVersionId)));
    ids.push(...(await session.transaction((own) => importChunk(own, chunk, processes))));
  }
  return ids;
}

/** A new record is empty where nothing is said; saying it only costs time. */
function withoutNulls(values: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

interface Prepared {
  readonly process: Process;
  readonly log: readonly HiringEvent[];
  readonly application: FieldValues;
  readonly steps: readonly FieldValues[];
  readonly offers: readonly FieldValues[];
}

async function importChunk(
  session: Session,
  histories: readonly ApplicationHistory[],
  processes: readonly Process[],
): Promise<readonly string[]> {
  const system = session.system('installation');
  const now = wholeSecond(session.now());
  const recorded = { at: now, author: system.principal.userId };
  const prepared = histories.map((history, index) => prepare(history, processes[index] as Process, recorded));
  const results = await saveAll(
    system.insert(
      'ApplicationForm',
      prepared.map(({ application }) => ({ values: withoutNulls(application) })),
    ),
  );
  const ids = results.map((result) => result.id as string);
  const events = prepared.flatMap(({ process, log }, index) =>
    log.map((event) => ({ values: withoutNulls(eventValues(process, ids[index] as string, event)) })),
  );
  await saveAll(system.insert('Application_Event__c', events));
  const steps = prepared.flatMap((each, index) =>
    each.steps.map((values) => ({ values: { Application__c: ids[index], ...withoutNulls(values) } })),
  );
  await saveAll(system.insert('Application_Step__c', steps));
  const offers = prepared.flatMap((each, index) =>
    each.offers.map((values) => ({
      values: {
        ApplicationFormId: ids[index],
        Contact__c: histories[index]?.contactId,
        OwnerId: histories[index]?.ownerId,
        ...values,
      },
    })),
  );
  await saveAll(system.insert('EmploymentOffer', offers));
  return ids;
}

function prepare(
  history: ApplicationHistory,
  process: Process,
  recorded: { readonly at: number; readonly author: string },
): Prepared {
  const now = recorded.at;
  const given = history.events.map((event, index) => numbered(event, index, history.ownerId));
  const log = [...given, ...ranOut(process, given, recorded)];
  const state = fold(process, log, { now });
  const { application, steps } = project(process, log, state, now);
  const isOpen = !['closed', 'withdrawn', 'on_duty'].includes(state.status);
  return {
    process,
    log,
    steps: [...steps.values()],
    offers: offersOfLog(process, log, state, now),
    application: {
      ...application,
      AccountId: history.accountId ?? null,
      Contact__c: history.contactId,
      Posting__c: history.postingId,
      Requisition__c: history.requisitionId,
      Process_Version__c: history.processVersionId,
      Process_Key__c: process.version.key,
      OwnerId: history.ownerId,
      Receipt__c: history.receipt ?? null,
      Open_Key__c: isOpen ? openKeyOf(history.postingId, history.email) : null,
    },
  };
}

/** What time has brought about since, noted now as the clock job would have. */
function ranOut(
  process: Process,
  log: readonly HiringEvent[],
  { at, author }: { readonly at: number; readonly author: string },
): readonly HiringEvent[] {
  return dueClockEvents(process, log, at).map(({ kind, step, attempt, effectiveAt }, index) => ({
    kind,
    ...(step !== undefined && { step }),
    ...(attempt !== undefined && { attempt }),
    id: String(log.length + index + 1),
    effectiveAt: wholeSecond(effectiveAt),
    recordedAt: at,
    author,
  }));
}

function numbered(event: ImportedEvent, index: number, ownerId: string): HiringEvent {
  const { corrects, recordedAt, author, ...rest } = event;
  const effectiveAt = wholeSecond(event.effectiveAt);
  return {
    ...rest,
    id: String(index + 1),
    effectiveAt,
    recordedAt: wholeSecond(recordedAt ?? effectiveAt),
    author: author ?? ownerId,
    ...(corrects !== undefined && { corrects: String(corrects) }),
  };
}
