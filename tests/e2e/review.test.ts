import type { MusterClient } from '@muster/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, openBrowser, phone, type Visitor, visit } from '../support/browser.js';
import { apply, emailOf, LAKE_GUARD, newCandidate, PASSWORD } from '../support/candidates.js';
import { clientOf } from '../support/client-of.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

describe('a review', () => {
  let server: TestServer;
  let browser: Browser;
  let candidate: Visitor;
  let chief: Visitor;
  let staff: MusterClient;
  let applicationId: string;

  beforeAll(async () => {
    server = await startDemoServer();
    applicationId = await apply(await newCandidate(server, 'Rhea'), LAKE_GUARD);
    staff = await clientOf(server, 'tomas.keller@marrenfell.example');
    await staff.recruiting.recordResult({
      applicationId,
      step: 'application_check',
      outcome: 'not_qualified',
    });
    browser = await openBrowser();
    candidate = await visit(browser, server.url, {
      viewport: phone,
      as: emailOf('Rhea'),
      password: PASSWORD,
    });
    chief = await visit(browser, server.url, { viewport: desktop, as: 'ruth.amsel@marrenfell.example' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** A page without findings of axe, light and dark, that is no wider than its window. */
  async function expectSound({ page }: Visitor): Promise<void> {
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await darkFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  }

  it('is asked for on a phone, with a reason', async () => {
    const { page } = candidate;
    await page.goto(`/portal/my/${applicationId}`);
    await page.getByRole('link', { name: 'Ask for a review' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ask for a review' }).waitFor();
    await page.getByText('Your application has ended: A minimum requirement is not met').waitFor();
    await page.getByRole('button', { name: 'Ask for a review' }).click();
    await page.getByText('Tell us why').waitFor();
    await expectSound(candidate);
    await page.getByLabel(/^Why should we look/).fill('My rescue certificate was valid on that day.');
    await page.getByRole('button', { name: 'Ask for a review' }).click();
    await page.getByRole('heading', { level: 1, name: 'We have your request' }).waitFor();
    await expectSound(candidate);
    await page.getByRole('link', { name: 'See my application' }).click();
    await page.getByText(/^You asked for a review on/).waitFor();
    expect(await page.getByRole('link', { name: 'Ask for a review' }).count()).toBe(0);
    await expectSound(candidate);
  });

  it('waits in its queue, and is decided by somebody who did not take the decision', async () => {
    const { page } = chief;
    await page.goto('/console?queue=review');
    await page.getByRole('heading', { level: 2, name: 'Reviews asked for' }).waitFor();
    await expectSound(chief);
    await page.getByRole('link', { name: 'Rhea Moor' }).click();
    await page.getByText(/^Review asked for on/).waitFor();
    await page.getByText('My rescue certificate was valid on that day.').first().waitFor();
    await page
      .locator('.mu-page-header')
      .getByRole('button', { name: /^Decide the review/ })
      .click();
    const panel = page.getByRole('complementary', { name: 'Decide the review' });
    await panel.getByText('The decision is changed').click();
    await expectSound(chief);
    await panel.getByLabel(/^Reason/).fill('The certificate was valid.');
    await panel.getByRole('button', { name: 'Record decision' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByText('Review: the decision is changed', { exact: true }).waitFor();
    await page.getByText(/^Reversed:/).waitFor();
    await expectSound(chief);
  });

  it('is answered in plain words on the phone, and the application goes on', async () => {
    const { page } = candidate;
    await page.goto(`/portal/my/${applicationId}`);
    await page.getByText(/the decision was changed/).waitFor();
    await page.getByText('The reason: The certificate was valid.').waitFor();
    await page.getByRole('heading', { name: 'Nothing to do now' }).waitFor();
    await expectSound(candidate);
  });

  it('after it, a hold says until when and why, and a step can be waived with a reason', async () => {
    const { page } = chief;
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Put on hold' }).click();
    const panel = page.getByRole('complementary', { name: 'Put on hold' });
    await panel.getByLabel(/^Reason/).fill('The boat is in repair');
    await panel.getByText('Third party', { exact: true }).click();
    await expectSound(chief);
    await panel.getByRole('button', { name: 'Put on hold' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.locator('.mu-alert').getByText('The boat is in repair').waitFor();
    await expectSound(chief);
    await candidate.page.reload();
    await candidate.page.getByRole('heading', { name: 'Your application is on hold' }).waitFor();
    await candidate.page.getByText('The reason: The boat is in repair').waitFor();
    await expectSound(candidate);

    await staff.recruiting.releaseHold({ applicationId });
    await page.reload();
    await page.getByRole('button', { name: 'Actions for Interview' }).click();
    await page.getByRole('menuitem', { name: 'Waive' }).click();
    const waiver = page.getByRole('complementary', { name: 'Waive' });
    await waiver.getByLabel(/^Reason/).fill('Guard of last summer');
    await waiver.getByRole('button', { name: 'Waive step' }).click();
    await waiver.waitFor({ state: 'detached' });
    await page.getByText('Waived by Ruth Amsel: Guard of last summer').waitFor();
    await expectSound(chief);
    expect([...candidate.faults, ...chief.faults]).toEqual([]);
  });
});
