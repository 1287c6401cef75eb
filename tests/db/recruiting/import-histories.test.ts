import {
  type ApplicationHistory,
  type Board,
  type Dashboard,
  importHistories,
  loadApplication,
  projectionChanges,
} from '@muster/recruiting';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRecruitingWorld, type RecruitingWorld } from '../../support/recruiting-world.js';

const PEOPLE = 3_000;
const DAY = 86_400_000;

let world: RecruitingWorld;
beforeAll(async () => {
  world = await openRecruitingWorld();
});
afterAll(async () => {
  await world?.drop();
});

async function histories(): Promise<ApplicationHistory[]> {
  const { system } = world.org;
  const posting = await system.row<{ Id: string; RecruitmentRequisitionId: string }>(
    'SELECT Id, RecruitmentRequisitionId FROM RecruitmentPosting',
  );
  const version = await system.row<{ Id: string }>(
    soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__r.Key__c = 'marrenfell-field-officer'`,
  );
  const contacts = await system.insert(
    'Contact',
    Array.from({ length: PEOPLE }, (_, n) => ({
      values: { FirstName: 'Person', LastName: `${n}`, Email: `p${n}@test.example` },
    })),
  );
  const start = world.clock.now() - 300 * DAY;
  return contacts.map((contact, n) => {
    const at = (days: number) => start + (n % 200) * DAY + days * DAY;
    const events: ApplicationHistory['events'] = [
      { kind: 'application.started', effectiveAt: at(0) },
      { kind: 'application.submitted', effectiveAt: at(1) },
      { kind: 'stage.completed', step: 'qualification', outcome: 'qualified', effectiveAt: at(8) },
      { kind: 'stage.attended', step: 'exam', effectiveAt: at(30) },
      {
        kind: 'stage.completed',
        step: 'exam',
        outcome: n % 3 === 0 ? 'not_passed' : 'passed',
        effectiveAt: at(30),
      },
      ...(n % 3 === 1
        ? [{ kind: 'disqualified', effectiveAt: at(40), data: { disposition: 'not_selected' } } as const]
        : []),
    ];
    return {
      contactId: contact.id as string,
      email: `p${n}@test.example`,
      postingId: posting.Id,
      requisitionId: posting.RecruitmentRequisitionId,
      processVersionId: version.Id,
      ownerId: world.specialist.principal.userId,
      events: events.filter((event) => event.effectiveAt <= world.clock.now()),
    };
  });
}

it('loads thousands of applications whose projection equals their fold, and figures that add up', async () => {
  const given = await histories();
  const ids = await importHistories(world.org.system, given);
  expect(new Set(ids).size).toBe(PEOPLE);
  for (const n of [0, 1, 2, PEOPLE - 1]) {
    const application = await loadApplication(world.org.system, ids[n] as string);
    expect(application.row.Contact__c).toBe(given[n]?.contactId);
    const changes = await projectionChanges(world.org.system, application);
    expect(changes).toEqual({ application: {}, steps: { insert: [], update: [], remove: [] } });
  }
  const board = await world.call<Board>(world.specialist, 'board');
  expect(board.people).toBe((PEOPLE * 2) / 3);
  expect(board.openSteps).toBe(board.columns.reduce((sum, column) => sum + column.openSteps, 0));
  const page = await world.call<Dashboard>(world.chief, 'dashboard');
  expect(page.funnel.stages.slice(0, 4).map(({ key, people }) => [key, people])).toEqual([
    ['applied', PEOPLE],
    ['qualification', PEOPLE],
    ['exam.attended', PEOPLE],
    ['exam', (PEOPLE * 2) / 3],
  ]);
  const exam = page.timeInStep.steps.find((step) => step.step === 'exam');
  expect(exam).toMatchObject({ entered: PEOPLE, medianDays: 22 });
  expect(world.mails).toEqual([]);
});

it('notes what had run out by the time of the import, as the clock would have', async () => {
  const [given] = await histories();
  if (given === undefined) throw new Error('There are histories');
  const start = world.clock.now() - 600 * DAY;
  const at = (days: number) => start + days * DAY;
  const passed = (step: string, outcome: string, days: number) =>
    ({ kind: 'stage.completed', step, outcome, effectiveAt: at(days) }) as const;
  const [id] = await importHistories(world.org.system, [
    {
      ...given,
      email: 'medical@test.example',
      events: [
        { kind: 'application.started', effectiveAt: at(0) },
        { kind: 'application.submitted', effectiveAt: at(1) },
        passed('qualification', 'qualified', 8),
        passed('exam', 'passed', 30),
        passed('fitness', 'passed', 40),
        passed('interview', 'recommended', 50),
        { kind: 'offer.tentative', step: 'conditional_offer', effectiveAt: at(52) },
        { kind: 'offer.accepted', step: 'conditional_offer', effectiveAt: at(55) },
        passed('medical', 'fit', 60),
      ],
    },
  ]);
  const expired = await world.org.system.rows<{ Step__c: string; Recorded_At__c: string }>(
    soql`SELECT Step__c, Recorded_At__c FROM Application_Event__c
      WHERE Application__c = ${id as string} AND Kind__c = 'stage.expired' ORDER BY Number__c`,
  );
  expect(expired.map((event) => event.Step__c)).toContain('medical');
  expect(Date.parse(expired[0]?.Recorded_At__c ?? '')).toBe(world.clock.now());
  const application = await loadApplication(world.org.system, id as string);
  const changes = await projectionChanges(world.org.system, application);
  expect(changes).toEqual({ application: {}, steps: { insert: [], update: [], remove: [] } });
});
