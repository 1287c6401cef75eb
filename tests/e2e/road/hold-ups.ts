import { systemPrincipal } from '@muster/records';
import { type ImportedEvent, importHistories } from '@muster/recruiting';
import { runJobs } from '../../support/run-jobs.js';
import { arrive, daysFromToday, fillDay, follow, pick, press } from '../../support/walk.js';
import { openFromQueue, recordResult, row } from './hire.js';
import type { Road } from './people.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const edda = 'Edda Roe';

/** Joel's licence is suspended: his costly checks are held until a person decides. */
export async function adjudicateJoel({ tomas: { page } }: Road): Promise<void> {
  await openFromQueue(page, 'Adjudication', 'Joel Brandt');
  await page.getByText('Stopped: Driving licence suspended').waitFor();
  await row(page, 'Medical examination').getByText('On hold', { exact: true }).waitFor();
  await press(page.locator('.mu-page-header'), 'Adjudicate');
  const panel = page.getByRole('complementary', { name: 'Adjudicate' });
  await pick(panel, 'Reopen: the held steps go on');
  await panel.getByLabel(/^Reason/).fill('The suspension ends before the academy begins');
  await press(panel, 'Record decision');
  await panel.waitFor({ state: 'detached' });
  await row(page, 'Medical examination').getByText('Open', { exact: true }).waitFor();
  await page.getByText('Reason: The suspension ends before the academy begins').waitFor();
}

/** A medical result counts twelve months, and the background takes longer: the clock notes that it ran out. */
export async function retakeExpiredMedical(road: Road): Promise<void> {
  await importEdda(road);
  road.ahead.ms += 2 * MINUTE;
  await runJobs(road.server);
  const { page } = road.tomas;
  await page.goto('/console/applicants');
  await page.getByRole('searchbox', { name: 'Name or number' }).fill(edda);
  await follow(page, edda);
  await arrive(page, edda);
  await row(page, 'Medical examination').getByText('Expired', { exact: true }).waitFor();
  await page.getByText('2 steps open').waitFor();
  await press(page.locator('.mu-page-header'), 'Schedule again: Medical examination');
  const panel = page.getByRole('complementary', { name: 'Schedule again' });
  await fillDay(panel, daysFromToday(10));
  await panel.getByLabel('Place', { exact: true }).fill('Orra hospital');
  await press(panel, 'Schedule again');
  await panel.waitFor({ state: 'detached' });
  await row(page, 'Medical examination').getByText('Attempt 2 of 3').waitFor();
  await recordResult(page, 'Medical examination', 'Fit for duty');
  await page
    .getByRole('list', { name: 'History' })
    .getByText('Medical examination: result ran out')
    .waitFor();
}

async function importEdda({ server: { instance }, ahead }: Road): Promise<void> {
  const { records } = instance;
  const session = records.openSession(systemPrincipal(records.org), { key: 'installation' });
  const like = await session.row<{
    Posting__c: string;
    Requisition__c: string;
    Process_Version__c: string;
    OwnerId: string;
  }>(
    "SELECT Posting__c, Requisition__c, Process_Version__c, OwnerId FROM ApplicationForm WHERE Contact__r.Name = 'Joel Brandt'",
  );
  const accountId = await session.create('Account', { Name: edda });
  const email = 'edda.roe@example.org';
  const contactId = await session.create('Contact', {
    FirstName: 'Edda',
    LastName: 'Roe',
    Email: email,
    AccountId: accountId,
  });
  await importHistories(session, [
    {
      contactId,
      accountId,
      email,
      postingId: like.Posting__c,
      requisitionId: like.Requisition__c,
      processVersionId: like.Process_Version__c,
      ownerId: like.OwnerId,
      events: eddasYear(Date.now() + ahead.ms),
    },
  ]);
}

/** Her medical was a year ago, to the minute. */
function eddasYear(now: number): readonly ImportedEvent[] {
  const ago = (days: number) => ({ effectiveAt: now - days * DAY });
  const passed = (step: string, outcome: string, days: number): ImportedEvent => ({
    kind: 'stage.completed',
    step,
    outcome,
    ...ago(days),
  });
  const aYearAgo = new Date(now + MINUTE);
  aYearAgo.setFullYear(aYearAgo.getFullYear() - 1);
  return [
    { kind: 'application.submitted', ...ago(520) },
    passed('qualification', 'qualified', 510),
    passed('exam', 'passed', 480),
    passed('fitness', 'passed', 460),
    passed('interview', 'recommended', 440),
    { kind: 'offer.tentative', step: 'conditional_offer', ...ago(430) },
    { kind: 'offer.accepted', step: 'conditional_offer', ...ago(420) },
    passed('personal_history', 'complete', 390),
    { ...passed('medical', 'fit', 365), effectiveAt: aYearAgo.getTime() },
    passed('fitness', 'passed', 120),
    passed('drug_test', 'negative', 110),
    passed('psychological', 'suitable', 100),
  ];
}
