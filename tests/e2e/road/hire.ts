import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { runJobs } from '../../support/run-jobs.js';
import { arrive, command, follow, pick, press } from '../../support/walk.js';
import { iris, type Road } from './people.js';

const UNDO_WINDOW_MS = 60_000;

export async function takeFromTheQueue({ tomas: { page } }: Road): Promise<void> {
  await openFromQueue(page, 'Waiting on us', iris.name);
  await page.getByText('certificate.pdf').first().waitFor();
}

export async function openTheCertificate({ tomas: { page } }: Road): Promise<void> {
  const arriving = page.waitForEvent('download');
  await follow(page, 'Download certificate.pdf');
  const file = await arriving;
  expect(file.suggestedFilename()).toBe('certificate.pdf');
  expect((await readFile(await file.path())).toString('latin1')).toMatch(/^%PDF-/);
}

export async function recordUntilOffer({ tomas: { page } }: Road): Promise<void> {
  await recordResult(page, 'Qualification review', 'Qualified');
  await recordResult(page, 'Entrance exam', 'Passed');
  await recordResult(page, 'Fitness test', 'Passed');
  await recordResult(page, 'Structured interview', 'Recommended');
}

export async function makeOffer({ tomas: { page } }: Road, kind: 'conditional' | 'final'): Promise<void> {
  await press(page, new RegExp(`^Make ${kind} offer`));
  const panel = page.getByRole('complementary', { name: new RegExp(`${kind} offer`, 'i') });
  await press(panel, `Make ${kind} offer`);
  await panel.waitFor({ state: 'detached' });
}

export async function acceptOffer({ iris: { page } }: Road): Promise<void> {
  await page.goto('/portal/my');
  await follow(page, 'Read and answer');
  await arrive(page, 'Your offer');
  await pick(page, 'I accept the offer');
  await press(page, 'Send my answer');
  await page.getByText('You accepted the offer.').first().waitFor();
}

export async function recordChecks({ tomas: { page } }: Road): Promise<void> {
  await page.reload();
  await arrive(page, iris.name);
  for (const step of ['Medical examination', 'Psychological evaluation', 'Drug test', 'Personal history']) {
    await row(page, step).getByText('Open', { exact: true }).waitFor();
  }
  await recordResult(page, 'Drug test', 'Negative');
  await recordResult(page, 'Medical examination', 'Fit for duty');
  await recordResult(page, 'Personal history', 'Complete');
  await recordResult(page, 'Psychological evaluation', 'Suitable');
}

export async function takeMessageBack({ tomas: { page } }: Road): Promise<void> {
  const message = await write(page, 'Your file is lost.');
  await press(message, 'Take back');
  await message.getByText('Taken back, never sent').waitFor();
  expect(await page.getByRole('textbox', { name: 'Write' }).inputValue()).toBe('Your file is lost.');
}

export async function sendMessage(road: Road): Promise<void> {
  const { page } = road.tomas;
  const message = await write(page, 'The investigator will call you this week.');
  await message.getByText(/^Sends in/).waitFor();
  road.ahead.ms += UNDO_WINDOW_MS;
  await runJobs(road.server);
  const { page: phone } = road.iris;
  await phone.reload();
  await phone.getByText('The investigator will call you this week.').waitFor();
  expect(await phone.getByText('Your file is lost.').count()).toBe(0);
}

export async function closeByMistakeAndReverse({ tomas: { page } }: Road): Promise<void> {
  await command(page, 'More actions', 'Close application');
  const closing = page.getByRole('complementary', { name: 'Close application' });
  await closing.getByRole('button', { name: /Disposition/ }).click();
  await page.getByRole('option', { name: 'There was no reply' }).click();
  await closing.getByLabel(/^Reason/).fill('No answer to two letters');
  await press(closing, 'Close application');
  await closing.waitFor({ state: 'detached' });
  await page.locator('.mu-page-header').getByText('Closed', { exact: true }).waitFor();
  await page
    .getByRole('button', { name: /^Reverse… .*(closed|Closed|no reply)/ })
    .first()
    .click();
  const reversal = page.getByRole('complementary', { name: 'Reverse an entry' });
  await reversal.getByLabel(/^Reason/).fill('Her letters lay in the wrong tray');
  await press(reversal, 'Reverse entry');
  await reversal.waitFor({ state: 'detached' });
  await page.getByText('Reason: Her letters lay in the wrong tray').waitFor();
  await page.getByText('Reversed later').waitFor();
  await page.locator('.mu-page-header').getByText('In process', { exact: true }).waitFor();
}

export async function finishChecks({ tomas: { page } }: Road): Promise<void> {
  await recordResult(page, 'Background investigation', 'Favourable');
}

export async function enterOnDuty({ tomas: { page } }: Road): Promise<void> {
  await page.reload();
  await press(page, /^Enter on duty/);
  const panel = page.getByRole('complementary', { name: 'Entry on duty' });
  await panel.getByLabel('Post', { exact: true }).fill('Skarn Pass Post');
  await press(panel, 'Save entry on duty');
  await panel.waitFor({ state: 'detached' });
  await page.locator('.mu-page-header').getByText('On duty', { exact: true }).waitFor();
}

/** Goes from the first page through a queue to somebody's application. */
export async function openFromQueue(page: Page, queue: string, name: string): Promise<void> {
  await page.goto('/console/');
  await press(page, new RegExp(`^${queue}`));
  const list = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: queue }) });
  await follow(list, name);
  await arrive(page, name);
}

/** Records a result on the row of its step, as one of several side by side. */
export async function recordResult(page: Page, step: string, result: string): Promise<void> {
  await command(page, `Actions for ${step}`, 'Record a result');
  const panel = page.getByRole('complementary', { name: 'Record a result' });
  await pick(panel, result);
  await press(panel, 'Record result');
  await panel.waitFor({ state: 'detached' });
  await row(page, step).getByText(result, { exact: true }).waitFor();
}

export function row(page: Page, step: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: step }) });
}

/** Writes to the candidate and gives the message as it stands in the thread. */
async function write(page: Page, text: string): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Write' }).fill(text);
  await press(page.getByRole('form', { name: 'Write' }), 'Send');
  const thread = page.getByRole('list', { name: 'Conversation and notes' });
  const message = thread.getByRole('listitem').filter({ hasText: text });
  await message.waitFor();
  return message;
}
