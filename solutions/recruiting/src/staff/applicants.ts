import { defineOperation, type Session } from '@muster/records';
import { soql, soqlContains } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import type {
  ApplicantList,
  ApplicantRow,
  ApplicantSort,
  ApplicationStatus,
  Choice,
  WaitingOn,
} from '../contract/index.js';
import { given } from '../input-shapes.js';
import type { MessageKey } from '../messages/message-key.js';
import { type Words, wordsOf } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { loadProcesses, type Processes, phaseLabel } from '../processes/process-labels.js';
import { postingChoices } from './posting-choices.js';

const PAGE = 50;

const statuses = ['draft', 'submitted', 'in_process', 'held', 'closed', 'withdrawn', 'on_duty'] as const;

/** Direction in which each order is usually wanted; `-` before its name turns it round. */
const sortOrders: Readonly<
  Record<ApplicantSort, { readonly field: string; readonly usual: 'ASC' | 'DESC' }>
> = {
  name: { field: 'Contact__r.Name', usual: 'ASC' },
  number: { field: 'Name', usual: 'ASC' },
  waiting: { field: 'Waiting_Since__c', usual: 'ASC' },
  expiry: { field: 'Next_Expiry__c', usual: 'ASC' },
  submitted: { field: 'Submitted_At__c', usual: 'DESC' },
};

const sort = z
  .string()
  .regex(/^-?(name|number|waiting|expiry|submitted)$/, 'must name an order, such as waiting or -submitted');

const filter = z.string().trim().max(120).optional();

/** GET applicants: search, filters, sorting and paging in the URL, so that a list can be sent to a colleague. */
export const applicants = defineOperation({
  name: 'applicants',
  method: 'GET',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({
    search: filter,
    phase: filter,
    posting: filter,
    status: z
      .enum(statuses)
      .optional()
      .or(z.literal('').transform(() => undefined)),
    waitingOn: given.party.optional().or(z.literal('').transform(() => undefined)),
    owner: filter,
    sort: sort.optional(),
    offset: given.offset,
  }),
  run: async (session, query): Promise<ApplicantList> => {
    const words = wordsOf(session);
    const processes = await loadProcesses(session);
    const where = whereClause(query);
    const [totals] = await session.rows<{ n: number }>(`SELECT COUNT(Id) n FROM ApplicationForm${where}`);
    const rows = await session.rows<Row>(
      `${selectClause} FROM ApplicationForm${where} ORDER BY ${orderClause(query.sort)} LIMIT ${PAGE} OFFSET ${query.offset}`,
    );
    return {
      total: totals?.n ?? 0,
      rows: rows.map((row) => applicantRow(row, processes, words)),
      filters: {
        phases: phaseChoices(processes, words),
        postings: await postingChoices(session, words),
        statuses: statuses.map((value) => ({
          value,
          label: words.say(`status.${value}` satisfies MessageKey),
        })),
        owners: await ownerChoices(session),
      },
    };
  },
});

const selectClause = soql`SELECT Id, Name, Contact__r.Name, Posting__r.Title__c, Posting__r.Title_es__c, Process_Key__c, Phase__c,
  Status__c, Open_Steps__c, Waiting_On__c, Waiting_Since__c, Next_Expiry__c, Submitted_At__c, Owner.Name`;

interface Row {
  readonly Id: string;
  readonly Name: string;
  readonly Contact__r: { readonly Name: string } | null;
  readonly Posting__r: { readonly Title__c: string; readonly Title_es__c: string | null } | null;
  readonly Process_Key__c: string;
  readonly Phase__c: string | null;
  readonly Status__c: ApplicationStatus;
  readonly Open_Steps__c: number | null;
  readonly Waiting_On__c: WaitingOn | null;
  readonly Waiting_Since__c: string | null;
  readonly Next_Expiry__c: string | null;
  readonly Submitted_At__c: string | null;
  readonly Owner: { readonly Name: string } | null;
}

interface Query {
  readonly search?: string | undefined;
  readonly phase?: string | undefined;
  readonly posting?: string | undefined;
  readonly status?: string | undefined;
  readonly waitingOn?: string | undefined;
  readonly owner?: string | undefined;
}

function whereClause({ search, phase, posting, status, waitingOn, owner }: Query): string {
  const conditions: string[] = [];
  if (search) {
    const like = soqlContains(search);
    conditions.push(
      soql`(Contact__r.Name LIKE ${like} OR Name LIKE ${like} OR Contact__r.Email LIKE ${like} OR Receipt__c LIKE ${like})`,
    );
  }
  if (phase) conditions.push(soql`Phase__c = ${phase}`);
  if (posting) conditions.push(soql`Posting__r.Name = ${posting}`);
  if (status) conditions.push(soql`Status__c = ${status}`);
  if (waitingOn) conditions.push(soql`Waiting_On__c = ${waitingOn}`);
  if (owner) conditions.push(soql`OwnerId = ${owner}`);
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

function orderClause(wanted = 'submitted'): string {
  const { field, usual } = sortOrders[wanted.replace('-', '') as ApplicantSort];
  const reversed = usual === 'ASC' ? 'DESC' : 'ASC';
  return `${field} ${wanted.startsWith('-') ? reversed : usual} NULLS LAST, Id`;
}

function applicantRow(row: Row, processes: Processes, words: Words): ApplicantRow {
  return {
    applicationId: row.Id,
    name: row.Contact__r?.Name ?? '',
    number: row.Name,
    posting: row.Posting__r === null ? '' : postingText(words, row.Posting__r, 'Title'),
    phase: phaseLabel(processes, { process: row.Process_Key__c, phase: row.Phase__c }, words),
    status: row.Status__c,
    openSteps: row.Open_Steps__c ?? 0,
    waitingOn: row.Waiting_On__c,
    waitingSince: isoInstant(row.Waiting_Since__c),
    nextExpiry: isoInstant(row.Next_Expiry__c),
    submittedAt: isoInstant(row.Submitted_At__c),
    owner: row.Owner?.Name ?? '',
  };
}

/** Phases of all processes; the same key in two processes is one choice. */
function phaseChoices(processes: Processes, words: Words): readonly Choice[] {
  const labels = new Map<string, string>();
  for (const { phases } of processes.values()) {
    for (const { key, label } of phases) if (!labels.has(key)) labels.set(key, words.label(label));
  }
  return [...labels].map(([value, label]) => ({ value, label }));
}

/** Those who own applications; the reader first. */
async function ownerChoices(session: Session): Promise<readonly Choice[]> {
  const rows = await session.rows<{ id: string; name: string }>(
    soql`SELECT OwnerId id, Owner.Name name FROM ApplicationForm GROUP BY OwnerId, Owner.Name`,
  );
  const own = session.principal.userId;
  return rows
    .map((row) => ({ value: row.id, label: row.name }))
    .sort((a, b) => Number(b.value === own) - Number(a.value === own) || a.label.localeCompare(b.label));
}
