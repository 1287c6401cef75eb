import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, openBrowser, phone, type Visitor, visit } from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

const ADDRESS = 'mara.quill@marrenfell.example';
const PASSWORD = 'violet harbour seven kites';

describe('the people of an agency', () => {
  let server: TestServer;
  let browser: Browser;
  let ewa: Visitor;
  let mara: Visitor;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    ewa = await visit(browser, server.url, { viewport: desktop, as: 'ewa.lind@marrenfell.example' });
    mara = await visit(browser, server.url, { viewport: phone });
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

  it('are invited with what they may do', async () => {
    const { page } = ewa;
    await page.goto('/console/setup');
    await page.getByRole('main').getByRole('link', { name: 'Users' }).click();
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
    await page.getByRole('link', { name: 'Invite' }).click();
    await page.getByLabel(/^First name/).fill('Mara');
    await page.getByLabel('Last name').fill('Quill');
    await page.getByLabel('E-mail address').fill(ADDRESS);
    expect(await page.getByLabel('Username').inputValue()).toBe(ADDRESS);
    await page.getByRole('button', { name: /Profile/ }).click();
    await page.getByRole('option', { name: 'Standard' }).click();
    await page.getByLabel(/^Recruiting Specialist/).check({ force: true });
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mara Quill' }).waitFor();
    await page.getByText('Works the queues').waitFor();
    await expectSound(ewa);
  });

  it('choose their password by the link in the mail, once', async () => {
    const { page } = mara;
    const outbox = await (await fetch(`${server.url}/outbox?lang=en`)).text();
    const mail = outbox.split('<article>').find((each) => each.includes(ADDRESS)) ?? '';
    const link = /\/console\/set-password\?link=[\w-]+/.exec(mail)?.[0] ?? '';
    await page.goto(link);
    await page.getByText(`For Mara Quill, who signs in as ${ADDRESS}.`).waitFor();
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByText('at least 12 characters').first().waitFor();
    await expectSound(mara);
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    const second = await visit(browser, server.url, { viewport: phone });
    await second.page.goto(link);
    await second.page.getByText('This link was used').waitFor();
    await expectSound(second);
  });

  it('are signed out at once when their account is frozen, and sign in again afterwards', async () => {
    await ewa.page.getByRole('button', { name: 'Freeze' }).click();
    await ewa.page.getByText('Frozen', { exact: true }).waitFor();
    await mara.page.reload();
    await mara.page.getByRole('heading', { level: 1, name: 'Sign in to the console' }).waitFor();
    await mara.page.getByLabel('E-mail address').first().fill(ADDRESS);
    await mara.page.getByLabel('Password').fill(PASSWORD);
    await mara.page.getByRole('button', { name: 'Sign in' }).click();
    await mara.page.getByText('The e-mail address or the password is not right').waitFor();
    await ewa.page.getByRole('button', { name: 'Unfreeze' }).click();
    await ewa.page.getByRole('main').getByText('Active', { exact: true }).waitFor();
    await mara.page.getByRole('button', { name: 'Sign in' }).click();
    await mara.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  });

  it('hand over what they own, seen before and while it goes', async () => {
    const { page } = ewa;
    await page.goto('/console/setup/users');
    await page.getByRole('link', { name: 'Dara Holm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dara Holm' }).waitFor();
    await page.getByRole('button', { name: 'Transfer records' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/\d records?/)
      .first()
      .waitFor();
    await dialog.getByRole('combobox', { name: 'New owner' }).fill('Mara');
    await page.getByRole('option', { name: /Mara Quill/ }).click();
    await dialog.getByRole('button', { name: /^Transfer [\d,]+ records/ }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    await page.getByRole('button', { name: /More actions/ }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByText('They own no records.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('main').getByText('Deactivated', { exact: true }).waitFor();
    await expectSound(ewa);
  });
});
