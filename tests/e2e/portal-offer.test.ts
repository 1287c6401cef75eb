import type { AnswerValue, ApplicationView, MusterClient } from '@muster/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Visitor, visit } from '../support/browser.js';
import { clientOf } from '../support/client-of.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

const nia = 'nia.calder@example.org';
const day = 86_400_000;

describe('an offer on a phone', () => {
  let server: TestServer;
  let browser: Browser;
  let visitor: Visitor;
  let applicationId: string;

  beforeAll(async () => {
    server = await startDemoServer();
    applicationId = await sendApplication(await clientOf(server, nia));
    await leadToOffer(await clientOf(server, 'tomas.keller@marrenfell.example'), applicationId);
    browser = await openBrowser();
    visitor = await visit(browser, server.url, { as: nia });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is the one thing to do, with its last day', async () => {
    const { page } = visitor;
    await page.goto(`/portal/my/${applicationId}`);
    await page.getByRole('heading', { name: 'Answer your offer' }).waitFor();
    await page.getByText(/^By \w{3} \d+ \w+, in \d+ days\.$/).waitFor();
    await page.getByRole('link', { name: 'Read and answer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your offer' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('is answered only with a choice, and then done', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByText('Choose your answer').waitFor();
    await page.getByText('I accept the offer').click();
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByText('You accepted the offer.').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/portal/my/${applicationId}`);
    expect(await page.getByRole('heading', { name: 'Answer your offer' }).count()).toBe(0);
    await page.goto(`/portal/my/${applicationId}/offer`);
    await page.getByRole('heading', { name: 'There is no offer to answer' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

/** Answers what is left of the person's draft for lake guards and sends it. */
async function sendApplication({ recruiting }: MusterClient): Promise<string> {
  const answers: Readonly<Record<string, AnswerValue>> = {
    birth_date: '2002-03-27',
    phone: '+1 555 0100',
    rescue_certificate: true,
    certificate: null,
    weeks: 10,
    available_from: new Date(Date.now() + 90 * day).toISOString().slice(0, 10),
  };
  const draft = (await recruiting.myApplications()).find(({ status }) => status === 'draft');
  const applicationId = draft?.id ?? '';
  for (;;) {
    const { question } = await recruiting.questionnaire({ applicationId });
    if (question === null) break;
    await recruiting.answer({ applicationId, question: question.key, value: answers[question.key] ?? null });
  }
  await recruiting.submitApplication({ applicationId });
  return applicationId;
}

/** Lets every step pass until an offer can be made, and makes it. */
async function leadToOffer({ recruiting }: MusterClient, applicationId: string): Promise<void> {
  let view = await recruiting.application({ id: applicationId });
  while (!view.actions.some(({ kind }) => kind === 'final_offer')) {
    const { step, outcome } = openStep(view);
    view = await recruiting.recordResult({ applicationId, step, outcome });
  }
  const answerBy = new Date(Date.now() + 10 * day).toISOString().slice(0, 10);
  await recruiting.makeOffer({ applicationId, kind: 'final', answerBy });
}

function openStep({ lanes, sentence }: ApplicationView): { readonly step: string; readonly outcome: string } {
  for (const { step, outcomes } of lanes.flatMap((lane) => lane.steps)) {
    const passing = outcomes.find(({ passes }) => passes);
    if (passing !== undefined) return { step, outcome: passing.value };
  }
  throw new Error(`No step can be passed: ${sentence}`);
}
