import { expect } from 'vitest';
import { visit } from '../../support/browser.js';
import { arrive, daysFromToday, fillDay, follow, pick, press } from '../../support/walk.js';
import { iris, type Road } from './people.js';

/** A page with one line, as small as a PDF can be. */
const pdf = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);

export async function findThePosting({ iris: { page } }: Road): Promise<void> {
  await page.goto('/portal/?source=ride-along-day');
  await follow(page, 'Field officer');
  await arrive(page, 'Field officer');
  const facts = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(facts ?? '')).toMatchObject({ '@type': 'JobPosting', title: 'Field officer' });
  await follow(page, 'Apply now');
  await arrive(page, 'Before you start');
}

export async function makeAccount({ iris: { page, context } }: Road): Promise<void> {
  await follow(page, 'Create an account');
  await page.getByLabel('First name').fill(iris.firstName);
  await page.getByLabel('Last name').fill(iris.lastName);
  await page.getByLabel('E-mail address').fill(iris.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(iris.password);
  await press(page, 'Create my account');
  await arrive(page, 'Check your e-mail');
  const outbox = await context.newPage();
  await outbox.goto('/outbox');
  const mail = outbox.getByRole('article').filter({ hasText: iris.email }).first();
  const code = /\b\d{6}\b/.exec((await mail.textContent()) ?? '')?.[0] ?? '';
  await outbox.close();
  await page.getByLabel('Code from the e-mail').fill(code);
  await press(page, 'Confirm my address');
  await arrive(page, 'Before you start');
}

export async function answerSomeQuestions({ iris: { page } }: Road): Promise<void> {
  await press(page, 'Start my application');
  await arrive(page, 'Are you allowed to work in this country?');
  await answer(page, () => pick(page, 'Yes'));
  await arrive(page, 'When were you born?');
  await answer(page, () => fillDay(page, '1999-04-03'));
  await arrive(page, 'At what number can we reach you?');
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
}

/** Everything of her first device is gone; what she answered is not. */
export async function continueElsewhere(road: Road): Promise<void> {
  await road.iris.context.close();
  road.iris = await visit(road.browser, road.server.url);
  const { page } = road.iris;
  await page.goto('/portal/my');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(iris.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(iris.password);
  await press(page, 'Sign in');
  await follow(page, 'Continue');
  await arrive(page, 'At what number can we reach you?');
}

export async function answerTheRest({ iris: { page } }: Road): Promise<void> {
  await answer(page, () => page.getByRole('textbox').fill('+1 555 0142'));
  await arrive(page, 'Do you have a driving licence?');
  await answer(page, () => pick(page, 'Yes'));
  await arrive(page, 'What may you drive?');
  await answer(page, () => pick(page, 'A car with a trailer'));
  await arrive(page, 'May you use your licence at the moment?');
  await answer(page, () => pick(page, 'Yes, it is valid'));
  await arrive(page, /Which languages/);
  await answer(page, async () => {
    await pick(page, 'English');
    await pick(page, 'Spanish');
  });
  await arrive(page, /How far can you swim/);
  await answer(page, () => pick(page, '200 metres'));
  await arrive(page, /armed forces/);
  await answer(page, () => pick(page, 'No'));
  await arrive(page, /highest school/);
  await answer(page, () => pick(page, 'High school'));
}

export async function handInTheCertificate({ iris: { page } }: Road): Promise<void> {
  await arrive(page, /certificate now/);
  const file = page.locator('input[type=file]').first();
  await file.setInputFiles({
    name: 'certificate.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('a note that calls itself a PDF'),
  });
  await page.getByText(/Not received/).waitFor();
  await file.setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf });
  await page.getByText('Received', { exact: true }).waitFor();
  await press(page, 'Continue');
}

export async function reviewAndSend({ iris: { page } }: Road): Promise<void> {
  await arrive(page, /Why do you want to do this work/);
  await answer(page, () => page.getByRole('textbox').fill('I grew up by the lake and like to help.'));
  await arrive(page, 'From which day could you start?');
  await answer(page, () => fillDay(page, daysFromToday(60)));
  await arrive(page, 'Check your answers');
  await page.getByText('certificate.pdf').waitFor();
  await press(page, 'Send my application');
  await arrive(page, 'Your application is with us');
  expect(await page.locator('.po-receipt').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
  await follow(page, 'See my application');
  await page.getByRole('heading', { name: 'Nothing to do now' }).waitFor();
}

async function answer(page: Road['iris']['page'], give: () => Promise<void>): Promise<void> {
  await give();
  await press(page, 'Continue');
}
