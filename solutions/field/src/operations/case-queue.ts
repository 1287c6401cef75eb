import { MusterError } from '@muster/kernel';
import { defineOperation, type Operation, type Session } from '@muster/records';
import { soql, soqlContains } from '@muster/soql';
import { z } from 'zod';
import { caseLabel } from '../cases/case-labels.js';
import { type CaseRow, caseSummary, SUMMARY_FIELDS } from '../cases/case-rows.js';
import { isClosedStatus } from '../cases/case-status.js';
import { hoursBetween, isoInstant, readInstant } from '../cases/instants.js';
import { messagesIn } from '../cases/messages.js';
import type { CaseQueue, CaseQueueRow } from '../contract.js';

const MOST_ROWS = 200;
const MOST_WORDS = 5;
/** People whose names hold a searched word; more would be no search for a person. */
const MOST_PEOPLE = 500;

const shape = z.object({
  queue: z.string().max(80).default(''),
  search: z.string().max(200).default(''),
  status: z.string().max(255).default(''),
});

interface QueueRow extends CaseRow {
  readonly ContactId: string | null;
  readonly Priority: string | null;
  readonly Owner: { readonly Name: string } | null;
  readonly Due_At__c: string | null;
}

interface Load {
  readonly OwnerId: string;
  readonly cases: number;
  readonly oldest: string;
}

interface Queue {
  readonly key: string;
  readonly label: string;
  /** Which owners' cases stand in it. */
  readonly holds: (ownerId: string) => boolean;
  /** The same as a condition on Case; '' for all. */
  readonly condition: string;
}

/** The support workspace: how much waits in which queue since when, and the cases of one of them, first due first. */
export const caseQueue: Operation<z.output<typeof shape>, CaseQueue> = defineOperation({
  name: 'cases',
  method: 'GET',
  purpose: 'field-support',
  permission: 'Work_Cases',
  input: shape,
  async run(session, input) {
    const loads = await session.rows<Load>(
      'SELECT OwnerId, COUNT(Id) cases, MIN(CreatedDate) oldest FROM Case WHERE IsClosed = false GROUP BY OwnerId',
    );
    const queues = await queuesOf(session);
    const chosen = queues.find((queue) => queue.key === input.queue);
    if (chosen === undefined && input.queue !== '') {
      throw new MusterError('INVALID_INPUT', `There is no queue ${input.queue}`, { fields: ['queue'] });
    }
    const conditions = [
      ...(chosen?.condition ? [chosen.condition] : []),
      input.status === '' ? 'IsClosed = false' : soql`Status = ${input.status}`,
      ...(await searchConditions(session, input.search)),
    ];
    const isPast = isClosedStatus(session.snapshot, input.status);
    const order = isPast ? 'ClosedDate DESC' : 'Due_At__c ASC NULLS LAST, CreatedDate ASC';
    return {
      asOf: new Date(session.now()).toISOString(),
      queues: queues.map((queue) => withLoad(queue, loads)),
      rows: await readRows(session, conditions, order),
    };
  },
});

async function queuesOf(session: Session): Promise<Queue[]> {
  const { userId, language } = session.principal;
  const messages = messagesIn(language);
  const groups = await session.rows<{ Id: string; Name: string; DeveloperName: string }>(
    "SELECT Id, Name, DeveloperName FROM Group WHERE Type = 'Queue' ORDER BY Name",
  );
  const groupIds = new Set(groups.map((group) => group.Id));
  return [
    { key: 'mine', label: messages.mine, holds: (id) => id === userId, condition: soql`OwnerId = ${userId}` },
    ...groups.map((group) => ({
      key: group.DeveloperName,
      label: group.Name,
      holds: (id: string) => id === group.Id,
      condition: soql`OwnerId = ${group.Id}`,
    })),
    {
      key: 'others',
      label: messages.others,
      holds: (id) => id !== userId && !groupIds.has(id),
      condition: soql`OwnerId NOT IN ${[userId, ...groupIds]}`,
    },
    { key: 'all', label: messages.all, holds: () => true, condition: '' },
  ];
}

function withLoad({ key, label, holds }: Queue, loads: readonly Load[]): CaseQueue['queues'][number] {
  const held = loads.filter((load) => holds(load.OwnerId));
  const oldest = held.map((load) => isoInstant(load.oldest)).sort()[0];
  return { key, label, count: held.reduce((sum, load) => sum + load.cases, 0), oldestAt: oldest ?? null };
}

/** Every word of a search stands in the number, in the subject or in the name of the person. */
async function searchConditions(session: Session, search: string): Promise<string[]> {
  const words = search.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const conditions: string[] = [];
  for (const word of words) {
    const like = soqlContains(word);
    const people = await session
      .system('case-person')
      .rows<{ Id: string }>(soql`SELECT Id FROM Contact WHERE Name LIKE ${like} LIMIT ${MOST_PEOPLE}`);
    const ids = people.map((person) => person.Id);
    const ofPeople = ids.length === 0 ? '' : soql` OR ContactId IN ${ids}`;
    conditions.push(`(${soql`CaseNumber LIKE ${like} OR Subject LIKE ${like}`}${ofPeople})`);
  }
  return conditions;
}

async function readRows(
  session: Session,
  conditions: readonly string[],
  order: string,
): Promise<CaseQueueRow[]> {
  const rows = await session.rows<QueueRow>(
    `SELECT ${SUMMARY_FIELDS}, ContactId, Priority, Owner.Name, Due_At__c FROM Case
     WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${MOST_ROWS}`,
  );
  const names = await namesOf(session, rows);
  const { nobody } = messagesIn(session.principal.language);
  return rows.map((row) => ({
    ...caseSummary(session, row, 'support'),
    person: names.get(row.ContactId ?? '') ?? nobody,
    owner: row.Owner?.Name ?? '',
    ageHours: hoursBetween(readInstant(row.CreatedDate), session.now()),
    dueAt: isoInstant(row.Due_At__c),
    priority: row.Priority ?? '',
    priorityLabel: caseLabel(session, 'Priority', row.Priority ?? ''),
  }));
}

/** Names of the people of cases the reader may see, by contact id. */
async function namesOf(session: Session, rows: readonly QueueRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.ContactId ?? []))];
  if (ids.length === 0) return new Map();
  const contacts = await session
    .system('case-person')
    .rows<{ Id: string; Name: string }>(soql`SELECT Id, Name FROM Contact WHERE Id IN ${ids}`);
  return new Map(contacts.map((contact) => [contact.Id, contact.Name]));
}
