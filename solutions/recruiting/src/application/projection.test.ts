import { describe, expect, it } from 'vitest';
import { fold, type HiringEvent } from '../engine/index.js';
import { readProcessTemplates } from '../templates/load-templates.js';
import { applicationFields } from '../written-by-operations.js';
import { eventValues, readEventRow } from './event-row.js';
import { offersOfLog } from './offers-of-log.js';
import { readProcess } from './process-versions.js';
import { project } from './projection.js';
import { diffFields, diffSteps } from './projection-diff.js';

const DAY = 86_400_000;
const start = Date.parse('2026-01-05T09:00:00Z');
const at = (days: number) => start + days * DAY;

const templates = await readProcessTemplates();
const template = templates.find((each) => each.key === 'marrenfell-field-officer');
const process = readProcess(JSON.stringify(template));

function logOf(
  ...events: (Pick<HiringEvent, 'kind' | 'effectiveAt'> & Partial<HiringEvent>)[]
): HiringEvent[] {
  return events.map((event, index) => ({
    id: String(index + 1),
    recordedAt: event.effectiveAt,
    author: 'u',
    ...event,
  }));
}

const applied = [
  { kind: 'application.started', effectiveAt: at(0) },
  { kind: 'application.submitted', effectiveAt: at(1) },
] as const;
const passed = (step: string, outcome: string, days: number) =>
  ({ kind: 'stage.completed', step, outcome, effectiveAt: at(days) }) as const;
const toOffer = [
  ...applied,
  passed('qualification', 'qualified', 8),
  passed('exam', 'passed', 30),
  passed('fitness', 'passed', 40),
  passed('interview', 'recommended', 50),
  { kind: 'offer.tentative', step: 'conditional_offer', effectiveAt: at(52) },
  { kind: 'offer.accepted', step: 'conditional_offer', effectiveAt: at(55) },
] as const;

const projectAt = (log: readonly HiringEvent[], days: number) =>
  project(process, log, fold(process, log, { now: at(days) }), at(days));

describe('the projection', () => {
  it('writes nothing of an application that others may write too', () => {
    const { application } = projectAt(logOf(...applied), 2);
    expect(applicationFields).toEqual(expect.arrayContaining(Object.keys(application)));
  });

  it('keeps rows only of steps somebody came to', () => {
    const { steps, application } = projectAt(logOf(...applied), 2);
    expect([...steps.keys()]).toEqual(['qualification']);
    expect(application).toMatchObject({ Status__c: 'submitted', Open_Steps__c: 1, Event_Count__c: 2 });
  });

  it('keeps when a step opened, ended and was passed', () => {
    const { steps } = projectAt(logOf(...applied, passed('qualification', 'qualified', 8)), 20);
    expect(steps.get('qualification')).toMatchObject({
      State__c: 'done',
      Opened_At__c: '2026-01-06T09:00:00.000Z',
      Ended_At__c: '2026-01-13T09:00:00.000Z',
      Ending__c: 'finished',
      Days__c: 7,
      Passed_At__c: '2026-01-13T09:00:00.000Z',
    });
    expect(steps.get('exam')).toMatchObject({ State__c: 'open', Ended_At__c: null, Days__c: null });
  });

  it('counts somebody who leaves while waiting as seen up to then', () => {
    const { steps, application } = projectAt(
      logOf(...applied, { kind: 'withdrawn', effectiveAt: at(11) }),
      30,
    );
    expect(application).toMatchObject({ Status__c: 'withdrawn', Open_Steps__c: 0, Next_Change_At__c: null });
    expect(steps.get('qualification')).toMatchObject({ Ending__c: 'left', Days__c: 10, Passed_At__c: null });
  });

  it('still knows that an expired result was passed', () => {
    const { steps } = projectAt(logOf(...toOffer, passed('medical', 'fit', 60)), 60 + 370);
    expect(steps.get('medical')).toMatchObject({
      State__c: 'expired',
      Passed_At__c: '2026-03-06T09:00:00.000Z',
    });
  });

  it('puts results of sealed steps where rights can close them, and hides that one was not passed', () => {
    const { steps, application } = projectAt(logOf(...toOffer, passed('medical', 'unfit', 60)), 61);
    expect(steps.get('medical')).toMatchObject({
      State__c: 'done',
      Outcome__c: null,
      Medical_Outcome__c: 'unfit',
      Background_Outcome__c: null,
      Next_Attempt_At__c: null,
      Sealed__c: true,
    });
    expect(application).toMatchObject({
      Status__c: 'closed',
      Disposition__c: null,
      Sealed_Disposition__c: 'medical_standard',
    });
  });
});

describe('a stored event', () => {
  const medical: HiringEvent = {
    id: '7',
    kind: 'stage.completed',
    step: 'medical',
    attempt: 1,
    outcome: 'unfit',
    effectiveAt: at(60),
    recordedAt: at(61),
    author: '005000000000001AAA',
    reason: 'Wrist',
    waitingOn: 'candidate',
    corrects: '3',
    data: { facts: { a: 1 } },
  };

  it('reads back as it was, with sealed content in a field of its own', () => {
    const values = eventValues(process, 'app', medical);
    expect(values).toMatchObject({
      Outcome__c: null,
      Reason__c: null,
      Detail__c: null,
      Background_Detail__c: null,
    });
    expect(readEventRow(values as never)).toEqual(medical);
    const exam = { ...medical, step: 'exam', outcome: 'passed' };
    const open = eventValues(process, 'app', exam);
    expect(open).toMatchObject({ Outcome__c: 'passed', Reason__c: 'Wrist', Medical_Detail__c: null });
    expect(readEventRow(open as never)).toEqual(exam);
  });
});

describe('differences', () => {
  it('are only what is another value, however an instant is written', () => {
    const stored = { A: '2026-01-05T09:00:00.000+0000', B: 1, C: null };
    expect(diffFields(stored, { A: '2026-01-05T09:00:00.000Z', B: 2, C: null, D: undefined })).toEqual({
      B: 2,
    });
  });

  it('insert, change and remove rows', () => {
    const stored = [
      { Id: '1', Step__c: 'exam', State__c: 'open' },
      { Id: '2', Step__c: 'fitness', State__c: 'open' },
      { Id: '3', Step__c: 'interview', State__c: 'open' },
    ];
    const wanted = new Map([
      ['exam', { Step__c: 'exam', State__c: 'done' }],
      ['fitness', { Step__c: 'fitness', State__c: 'open' }],
      ['medical', { Step__c: 'medical', State__c: 'open' }],
    ]);
    expect(diffSteps(stored, wanted)).toEqual({
      insert: [{ Step__c: 'medical', State__c: 'open' }],
      update: [{ id: '1', values: { State__c: 'done' } }],
      remove: ['3'],
    });
  });
});

describe('the offers of a log', () => {
  const offersAt = (log: readonly HiringEvent[], days: number) =>
    offersOfLog(process, log, fold(process, log, { now: at(days) }), at(days));

  it('are one for each that was made, with its answer', () => {
    expect(offersAt(logOf(...toOffer), 60)).toEqual([
      {
        Kind__c: 'conditional',
        Answer__c: 'accepted',
        AcceptanceDate: '2026-03-01',
        Made_At__c: '2026-02-26T09:00:00.000Z',
        Answer_By__c: '2026-03-19',
      },
    ]);
    expect(offersAt(logOf(...toOffer.slice(0, -1)), 53)).toMatchObject([{ Answer__c: 'open' }]);
    const withdrawn = logOf(...toOffer.slice(0, -1), { kind: 'withdrawn', effectiveAt: at(54) });
    expect(offersAt(withdrawn, 60)).toMatchObject([{ Answer__c: 'withdrawn' }]);
  });
});
