import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant, readOptionalInstant } from '../application/instants.js';
import type { Board, BoardCard, BoardColumn, Choice, StepStateName } from '../contract/index.js';
import type { ProcessVersion } from '../engine/index.js';
import { given } from '../input-shapes.js';
import { type Words, wordsOf } from '../messages/words.js';
import { postingText } from '../postings/posting-row.js';
import { loadProcesses, type Processes } from '../processes/process-labels.js';
import { runningStatuses } from './running.js';

const CARDS = 25;

/** Which applications a board shows. */
interface BoardFilter {
  readonly process: string;
  readonly posting: string | undefined;
}

const choice = z.string().trim().max(80).optional();

/** GET board: people by the phase they are in, with their open steps. */
export const board = defineOperation({
  name: 'board',
  method: 'GET',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ process: choice, posting: choice }),
  run: async (session, { process: wanted, posting }): Promise<Board> => {
    const words = wordsOf(session);
    const processes = await loadProcesses(session);
    const version = await chooseProcess(session, processes, wanted);
    const filter = { process: version.key, posting };
    const counts = await countPhases(session, filter);
    const columns: BoardColumn[] = [];
    for (const phase of version.phases) {
      columns.push(
        await boardColumn(session, version, filter, { phase: phase.key, offset: 0 }, counts, words),
      );
    }
    const sum = (of: 'people' | 'openSteps') => columns.reduce((total, column) => total + column[of], 0);
    return {
      asOf: new Date(session.now()).toISOString(),
      processes: [...processes.values()].map(({ key, name }) => ({ value: key, label: words.label(name) })),
      process: version.key,
      postings: await postingsOf(session, version.key, words),
      people: sum('people'),
      openSteps: sum('openSteps'),
      columns,
    };
  },
});

/** GET board-column: more cards of one column. */
export const boardColumnPage = defineOperation({
  name: 'board-column',
  method: 'GET',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ process: choice, posting: choice, phase: given.text(40), offset: given.offset }),
  run: async (session, { process: wanted, posting, phase, offset }): Promise<BoardColumn> => {
    const version = await chooseProcess(session, await loadProcesses(session), wanted);
    const filter = { process: version.key, posting };
    const counts = await countPhases(session, filter);
    return boardColumn(session, version, filter, { phase, offset }, counts, wordsOf(session));
  },
});

/** The process asked for, else the one with the most people in it. */
async function chooseProcess(
  session: Session,
  processes: Processes,
  wanted: string | undefined,
): Promise<ProcessVersion> {
  const asked = processes.get(wanted ?? '');
  if (asked !== undefined) return asked;
  const rows = await session.rows<{ process: string; n: number }>(
    soql`SELECT Process_Key__c process, COUNT(Id) n FROM ApplicationForm WHERE Status__c IN ${[...runningStatuses]}
      GROUP BY Process_Key__c ORDER BY COUNT(Id) DESC`,
  );
  const busiest = rows.map((row) => processes.get(row.process)).find((version) => version !== undefined);
  const [first] = processes.values();
  const chosen = busiest ?? first;
  if (chosen === undefined) {
    throw new MusterError('NOT_FOUND', wordsOf(session).say('error.no_process'));
  }
  return chosen;
}

/** Postings that people of a process applied to, newest first. */
async function postingsOf(session: Session, process: string, words: Words): Promise<readonly Choice[]> {
  const rows = await session.rows<{ Name: string; Title__c: string; Title_es__c: string | null }>(
    soql`SELECT Name, Title__c, Title_es__c FROM RecruitmentPosting
      WHERE Id IN (SELECT Posting__c FROM ApplicationForm WHERE Process_Key__c = ${process})
      ORDER BY Name DESC LIMIT 200`,
  );
  return rows.map((row) => ({
    value: row.Name,
    label: `${postingText(words, { ...row }, 'Title')} (${row.Name})`,
  }));
}

type PhaseCounts = ReadonlyMap<string, { readonly people: number; readonly steps: number }>;

function filterClause({ process, posting }: BoardFilter): string {
  const base = soql`Process_Key__c = ${process} AND Status__c IN ${[...runningStatuses]}`;
  return posting ? `${base} AND ${soql`Posting__r.Name = ${posting}`}` : base;
}

async function countPhases(session: Session, filter: BoardFilter): Promise<PhaseCounts> {
  const rows = await session.rows<{ phase: string; people: number; steps: number | null }>(
    `SELECT Phase__c phase, COUNT(Id) people, SUM(Open_Steps__c) steps FROM ApplicationForm
      WHERE ${filterClause(filter)} GROUP BY Phase__c`,
  );
  return new Map(rows.map((row) => [row.phase, { people: row.people, steps: row.steps ?? 0 }]));
}

interface CardRow {
  readonly Id: string;
  readonly Name: string;
  readonly Contact__r: { readonly Name: string } | null;
  readonly Waiting_Since__c: string | null;
}

async function boardColumn(
  session: Session,
  version: ProcessVersion,
  filter: BoardFilter,
  page: { readonly phase: string; readonly offset: number },
  counts: PhaseCounts,
  words: Words,
): Promise<BoardColumn> {
  const { phase, offset } = page;
  const count = counts.get(phase) ?? { people: 0, steps: 0 };
  const definition = version.phases.find((each) => each.key === phase);
  const rows =
    count.people <= offset
      ? []
      : await session.rows<CardRow>(
          `SELECT Id, Name, Contact__r.Name, Waiting_Since__c FROM ApplicationForm
            WHERE ${filterClause(filter)} AND ${soql`Phase__c = ${phase}`}
            ORDER BY Next_Expiry__c NULLS LAST, Waiting_Since__c NULLS LAST, Id LIMIT ${CARDS} OFFSET ${offset}`,
        );
  const steps = await loadSteps(
    session,
    rows.map((row) => row.Id),
  );
  return {
    phase,
    label: definition === undefined ? phase : words.label(definition.label),
    people: count.people,
    openSteps: count.steps,
    cards: rows.map((row) => boardCard(row, steps.get(row.Id) ?? [], version, phase, session.now(), words)),
  };
}

interface StepRow {
  readonly Application__c: string;
  readonly Step__c: string;
  readonly State__c: StepStateName;
  readonly Is_Open__c: boolean;
  readonly Expires__c: string | null;
}

async function loadSteps(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StepRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await session.rows<StepRow>(
    soql`SELECT Application__c, Step__c, State__c, Is_Open__c, Expires__c FROM Application_Step__c
      WHERE Application__c IN ${ids} ORDER BY Position__c`,
  );
  const byApplication = new Map<string, StepRow[]>();
  for (const row of rows) {
    byApplication.set(row.Application__c, [...(byApplication.get(row.Application__c) ?? []), row]);
  }
  return byApplication;
}

function boardCard(
  row: CardRow,
  steps: readonly StepRow[],
  version: ProcessVersion,
  phase: string,
  now: number,
  words: Words,
): BoardCard {
  const ofPhase = version.steps.filter((step) => step.phase === phase);
  const byKey = new Map(steps.map((step) => [step.Step__c, step]));
  return {
    applicationId: row.Id,
    name: row.Contact__r?.Name ?? '',
    number: row.Name,
    since: isoInstant(row.Waiting_Since__c),
    chips: ofPhase.map((step) => ({
      step: step.key,
      label: words.label(step.label),
      state: byKey.get(step.key)?.State__c ?? 'not_open',
    })),
    openInPhase: ofPhase.filter((step) => byKey.get(step.key)?.Is_Open__c).length,
    stepsInPhase: ofPhase.length,
    nextExpiry: nextExpiryOf(steps, version, now, words),
  };
}

function nextExpiryOf(
  steps: readonly StepRow[],
  version: ProcessVersion,
  now: number,
  words: Words,
): BoardCard['nextExpiry'] {
  const [next] = steps
    .flatMap((step) => {
      const at = readOptionalInstant(step.Expires__c);
      return at !== undefined && at > now ? [{ step: step.Step__c, at }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const definition = version.steps.find((step) => step.key === next?.step);
  if (next === undefined || definition === undefined) return null;
  return { what: words.label(definition.label), at: new Date(next.at).toISOString() };
}
