import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Visitor, visit } from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, overflowOf } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

const email = 'mara.quist@example.org';
const password = 'otter lantern quay 7';

describe('from a vacancy to an application on a phone', () => {
  let server: TestServer;
  let browser: Browser;
  let mara: Visitor;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    mara = await visit(browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('leads a guest from the first page to an account', async () => {
    const { page } = mara;
    await page.goto('/portal/?source=ride-along-days');
    await page.getByRole('link', { name: 'Lake guard, summer' }).click();
    await heading(page, 'Lake guard, summer');
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
    await page.getByRole('link', { name: 'Apply now' }).click();
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel('First name').fill('Mara');
    await page.getByLabel('Last name').fill('Quist');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('password1234');
    await page.getByRole('button', { name: 'Create my account' }).click();
    await page.getByRole('link', { name: /one of the first that others would try/ }).waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await heading(page, 'Check your e-mail');
  });

  it('opens the account with the code from the e-mail, not with another', async () => {
    const { page } = mara;
    const code = await codeFor(server, email);
    await page.getByLabel('Code from the e-mail').fill(code === '123456' ? '654321' : '123456');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByRole('link', { name: /wrong or no longer good/ }).waitFor();
    await page.getByLabel('Code from the e-mail').fill(code);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await heading(page, 'Before you start');
    await page.getByRole('button', { name: 'Start my application' }).click();
    await heading(page, 'When were you born?');
    await page.getByText('Question 1 of about 5').waitFor();
  });

  it('says what is wrong with an answer before it is sent, and keeps it', async () => {
    const { page } = mara;
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Enter a day, a month and a year').waitFor();
    await fillDate(page, 3, 4, 2999);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Check the year').waitFor();
    expect(await page.getByLabel('Year').inputValue()).toBe('2999');
    await fillDate(page, 3, 4, 1999);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'At what number can we reach you?');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
  });

  it('keeps an answer that cannot be saved, and says so', async () => {
    const { page, context } = mara;
    await page.getByRole('textbox').fill('+1 555 0100');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Your answer is not saved yet').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('+1 555 0100');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'Do you have a rescue swimming certificate?');
  });

  it('keeps an answer when the session has ended, and goes on after signing in', async () => {
    const { page, context } = mara;
    await page.getByText('Yes', { exact: true }).click();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Your session has ended').waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
    await heading(page, 'Do you have a rescue swimming certificate?');
    expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
  });

  it('goes on at the next question on another device', async () => {
    const other = await visit(browser, server.url);
    const { page } = other;
    await page.goto('/portal/my');
    await page.getByRole('link', { name: 'Sign in' }).last().click();
    await signIn(page);
    await page.getByRole('link', { name: 'Continue', exact: true }).click();
    await heading(page, 'Do you have a rescue swimming certificate?');
    await mara.context.close();
    mara = other;
  });

  it('refuses a file by its content and takes a photo', async () => {
    const { page } = mara;
    await page.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, /certificate now/);
    const input = page.locator('input[type=file]').first();
    await input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
    await page.getByText(/Not received/).waitFor();
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
    await input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    await page.getByText('Received', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'How many weeks can you work this summer?');
  });

  it('shows all answers, changes one, and gives a receipt', async () => {
    const { page } = mara;
    await page.getByRole('textbox').fill('9');
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'From which day could you start?');
    const year = new Date().getFullYear() + 1;
    await fillDate(page, 1, 6, year);
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'Check your answers');
    await page.getByRole('link', { name: /Change: How many weeks/ }).click();
    expect(await page.getByRole('textbox').inputValue()).toBe('9');
    await page.getByRole('textbox').fill('11');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('11', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send my application' }).click();
    await heading(page, 'Your application is with us');
    expect(await page.locator('.po-receipt').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
  });

  it('says first what to do and how much longer, within the first 640 pixels', async () => {
    const { page } = mara;
    await page.getByRole('link', { name: 'See my application' }).click();
    await heading(page, 'My application');
    for (const title of ['Nothing to do now', 'How much longer']) {
      const box = await page.getByRole('heading', { name: title }).boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0), title).toBeLessThan(640);
    }
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('keeps the answers for reading', async () => {
    const { page } = mara;
    await page.getByRole('link', { name: 'Read my answers' }).click();
    await heading(page, 'Your answers');
    await page.getByText('photo.jpg').waitFor();
    expect(await page.getByRole('link', { name: /Change/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'See my application' }).click();
    await heading(page, 'My application');
  });

  it('takes a message, follows the language, and withdraws calmly', async () => {
    const { page } = mara;
    await page.getByRole('textbox', { name: 'Your message' }).fill('Do I need a swimsuit?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your message is sent.').first().waitFor();
    await page.getByRole('button', { name: 'Español' }).click();
    await heading(page, 'Mi solicitud');
    await page.getByText('Socorrista de lago').first().waitFor();
    await page.reload();
    await heading(page, 'Mi solicitud');
    await page.getByRole('link', { name: 'Retirar mi solicitud' }).click();
    await page.getByText('Encontré otro trabajo').click();
    await page.getByRole('button', { name: 'Retirar mi solicitud' }).click();
    await heading(page, 'Su solicitud está retirada');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });

  it('met no fault on the way', () => {
    expect(mara.faults).toEqual([]);
  });
});

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function fillDate(page: Page, day: number, month: number, year: number): Promise<void> {
  await page.getByLabel('Day').fill(String(day));
  await page.getByLabel('Month').fill(String(month));
  await page.getByLabel('Year').fill(String(year));
}

/** The code in the newest mail to an address, as the demo's outbox shows it. */
async function codeFor({ url }: TestServer, address: string): Promise<string> {
  const outbox = await (await fetch(`${url}/outbox`)).text();
  const mail = outbox.slice(outbox.indexOf(address) - 2000, outbox.indexOf(address) + 2000);
  const code = /Your code is (\d{6})/.exec(mail)?.[1];
  if (code === undefined) throw new Error(`There is no code for ${address} in the outbox.`);
  return code;
}
