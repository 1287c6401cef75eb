import { defineOperation, type Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import type { Home, Queue, QueueRow, WaitingOn } from '../contract/index.js';
import type { MessageKey } from '../messages/message-key.js';
import { type Words, wordsOf } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { loadProcesses, type Processes, stepLabel } from '../processes/process-labels.js';
import { runningStatuses } from './running.js';

const ROWS = 50;
const EXPIRY_DAYS = 30;
const DAY = 86_400_000;

/** GET home: work in the order of its age and of what runs out, never of people. */
export const home = defineOperation({
  name: 'home',
  method: 'GET',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({}),
  run: async (session): Promise<Home> => {
    const now = session.now();
    const words = wordsOf(session);
    const processes = await loadProcesses(session);
    const queues: Queue[] = [];
    for (const definition of decisionQueues) {
      queues.push(await applicationQueue(session, definition, words));
    }
    for (const definition of stepQueues(now)) {
      queues.push(await stepQueue(session, definition, processes, words));
    }
    queues.push(await applicationQueue(session, holdQueue, words));
    return { asOf: new Date(now).toISOString(), queues };
  },
});

interface QueueDefinition {
  readonly key:
    | 'adjudication'
    | 'review'
    | 'on_hold'
    | 'expiring'
    | 'overdue'
    | 'on_us'
    | 'on_third_party'
    | 'on_candidate';
  /** WHERE and ORDER BY of the queue. */
  readonly where: string;
  readonly order: string;
  /** Field that says since when a row is in the queue. */
  readonly since: 'At_Gate_Since__c' | 'Review_Since__c' | 'On_Hold_Since__c' | 'Since__c';
}

/** Applications on which somebody has to decide. */
const decisionQueues: readonly QueueDefinition[] = [
  {
    key: 'adjudication',
    where: 'At_Gate_Since__c != null',
    order: 'At_Gate_Since__c, Id',
    since: 'At_Gate_Since__c',
  },
  {
    key: 'review',
    where: 'Review_Since__c != null',
    order: 'Review_Since__c, Id',
    since: 'Review_Since__c',
  },
];

const holdQueue: QueueDefinition = {
  key: 'on_hold',
  where: 'On_Hold_Since__c != null',
  order: 'On_Hold_Since__c, Id',
  since: 'On_Hold_Since__c',
};

function stepQueues(now: number): readonly QueueDefinition[] {
  const running = soql`Application__r.Status__c IN ${[...runningStatuses]}`;
  const instant = (at: number) => soql`${{ dateTime: at }}`;
  const open = (party: WaitingOn) => `${running} AND Is_Open__c = true AND Waiting_On__c = '${party}'`;
  const expiring = `Expires__c > ${instant(now)} AND Expires__c <= ${instant(now + EXPIRY_DAYS * DAY)}`;
  return [
    { key: 'expiring', where: `${running} AND ${expiring}`, order: 'Expires__c, Id', since: 'Since__c' },
    {
      key: 'overdue',
      where: `${running} AND Is_Open__c = true AND Due__c < ${instant(now)}`,
      order: 'Due__c, Id',
      since: 'Since__c',
    },
    { key: 'on_us', where: open('agency'), order: 'Since__c NULLS LAST, Id', since: 'Since__c' },
    {
      key: 'on_third_party',
      where: open('third_party'),
      order: 'Since__c NULLS LAST, Id',
      since: 'Since__c',
    },
    { key: 'on_candidate', where: open('candidate'), order: 'Since__c NULLS LAST, Id', since: 'Since__c' },
  ];
}

interface Totals {
  readonly n: number;
  readonly oldest: string | null;
  readonly expiry: string | null;
}

function queue(
  definition: QueueDefinition,
  totals: Totals | undefined,
  rows: readonly QueueRow[],
  words: Words,
): Queue {
  const { key } = definition;
  return {
    key,
    label: words.say(`queue.${key}.label` satisfies MessageKey),
    description: words.say(`queue.${key}.description` satisfies MessageKey),
    count: totals?.n ?? 0,
    oldestSince: isoInstant(totals?.oldest),
    nextExpiry: isoInstant(totals?.expiry),
    rows,
  };
}

interface PersonRow {
  readonly Id: string;
  readonly Name: string;
  readonly Contact__r: { readonly Name: string } | null;
  readonly Posting__r: { readonly Title__c: string; readonly Title_es__c: string | null } | null;
  readonly Owner: { readonly Name: string } | null;
}

const personFields = [
  'Id',
  'Name',
  'Contact__r.Name',
  'Posting__r.Title__c',
  'Posting__r.Title_es__c',
  'Owner.Name',
];

interface ApplicationQueueRow extends PersonRow {
  readonly Waiting_On__c: WaitingOn | null;
  readonly Next_Expiry__c: string | null;
  readonly At_Gate_Since__c: string | null;
  readonly Review_Since__c: string | null;
  readonly On_Hold_Since__c: string | null;
}

async function applicationQueue(session: Session, definition: QueueDefinition, words: Words): Promise<Queue> {
  const { where, order, since, key } = definition;
  const [totals] = await session.rows<Totals>(
    `SELECT COUNT(Id) n, MIN(${since}) oldest, MIN(Next_Expiry__c) expiry FROM ApplicationForm WHERE ${where}`,
  );
  const rows = await session.rows<ApplicationQueueRow>(
    soql`SELECT ${soqlNames(...personFields)}, Waiting_On__c, Next_Expiry__c, At_Gate_Since__c,
      Review_Since__c, On_Hold_Since__c FROM ApplicationForm WHERE `.concat(
      `${where} ORDER BY ${order} LIMIT ${ROWS}`,
    ),
  );
  const shown = rows.map(
    (row): QueueRow => ({
      ...person(row, words),
      step: words.say(`queue.${key}.step` as MessageKey),
      since: isoInstant(since === 'Since__c' ? null : row[since]),
      waitingOn: key === 'review' ? 'agency' : row.Waiting_On__c,
      expiresAt: isoInstant(row.Next_Expiry__c),
      dueAt: null,
    }),
  );
  return queue(definition, totals, shown, words);
}

interface StepQueueRow {
  readonly Application__r: PersonRow & { readonly Process_Key__c: string };
  readonly Step__c: string;
  readonly Label__c: string;
  readonly Since__c: string | null;
  readonly Waiting_On__c: WaitingOn | null;
  readonly Expires__c: string | null;
  readonly Due__c: string | null;
}

async function stepQueue(
  session: Session,
  definition: QueueDefinition,
  processes: Processes,
  words: Words,
): Promise<Queue> {
  const { where, order } = definition;
  const [totals] = await session.rows<Totals>(
    `SELECT COUNT(Id) n, MIN(Since__c) oldest, MIN(Expires__c) expiry FROM Application_Step__c WHERE ${where}`,
  );
  const parentFields = [...personFields, 'Process_Key__c'].map((field) => `Application__r.${field}`);
  const rows = await session.rows<StepQueueRow>(
    soql`SELECT Step__c, Label__c, Since__c, Waiting_On__c, Expires__c, Due__c, ${soqlNames(...parentFields)}
      FROM Application_Step__c WHERE `.concat(`${where} ORDER BY ${order} LIMIT ${ROWS}`),
  );
  const shown = rows.map(
    (row): QueueRow => ({
      ...person(row.Application__r, words),
      step: stepLabel(
        processes,
        { process: row.Application__r.Process_Key__c, step: row.Step__c },
        row.Label__c,
        words,
      ),
      since: isoInstant(row.Since__c),
      waitingOn: row.Waiting_On__c,
      expiresAt: isoInstant(row.Expires__c),
      dueAt: isoInstant(row.Due__c),
    }),
  );
  return queue(definition, totals, shown, words);
}

function person(
  row: PersonRow,
  words: Words,
): Pick<QueueRow, 'applicationId' | 'name' | 'number' | 'posting' | 'owner'> {
  return {
    applicationId: row.Id,
    name: row.Contact__r?.Name ?? '',
    number: row.Name,
    posting: row.Posting__r === null ? '' : postingText(words, row.Posting__r, 'Title'),
    owner: row.Owner?.Name ?? '',
  };
}
