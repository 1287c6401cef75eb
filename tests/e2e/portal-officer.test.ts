import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Visitor, visit } from '../support/browser.js';
import { clientOf } from '../support/client-of.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

describe('an officer who needs help', () => {
  let server: TestServer;
  let browser: Browser;
  let lena: Visitor;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
    lena = await visit(browser, server.url, { as: 'lena.marsk@example.org' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('finds an article by its words and reads it in either language', async () => {
    const { page } = lena;
    await page.goto('/portal/');
    await heading(page, 'Hello, Lena');
    await page.getByRole('searchbox').fill('boots');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('mark', { hasText: 'boots' }).first().waitFor();
    expect(new URL(page.url()).search).toBe('?search=boots');
    await page.getByRole('link', { name: 'Dry and wax your boots' }).click();
    await heading(page, 'Dry and wax your boots');
    for (const term of ['As of', 'Version', 'Owner']) await page.getByText(term, { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Read it in Spanish' }).click();
    await page.locator('article[lang="es"], div[lang="es"]').waitFor();
  });

  it('is shown articles while asking, then asks', async () => {
    const { page } = lena;
    await page.goto('/portal/cases/new');
    await page.getByLabel('What is it about?').fill('My boots stay wet');
    await page.getByRole('link', { name: 'Dry and wax your boots' }).waitFor();
    await page.getByRole('button', { name: 'Send to support' }).click();
    await page.getByRole('link', { name: 'Describe what you need' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('What happened, and what do you need?').fill('Two night watches, and still wet.');
    await page.reload();
    expect(await page.getByLabel('What happened, and what do you need?').inputValue()).toContain('night');
    await page.getByText('Equipment', { exact: true }).click();
    await page.getByRole('button', { name: 'Send to support' }).click();
    await heading(page, 'My boots stay wet');
    await page.getByText('Two night watches, and still wet.').waitFor();
    await page.getByText('Nobody has answered yet').waitFor();
  });

  it('reads the answer in the same thread and replies', async () => {
    const { page } = lena;
    const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const support = await clientOf(server, 'priya.thorne@marrenfell.example');
    await support.field.answerCase({ caseId, body: 'Which size?', readers: 'person_and_support' });
    await support.field.answerCase({ caseId, body: 'Third pair this year.', readers: 'support_only' });
    await page.reload();
    await page.getByText('Which size?').waitFor();
    await page.getByText('Waiting on you').waitFor();
    expect(await page.getByText('Third pair this year.').count()).toBe(0);
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Size 40.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('list', { name: 'Messages in this case' }).getByText('Size 40.').waitFor();
    await page.getByText('Waiting on us').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('changes the phone number and the language', async () => {
    const { page } = lena;
    await page.goto('/portal/me');
    await page.getByLabel('Phone').fill('call me');
    await page.getByRole('button', { name: 'Save my details' }).click();
    await page.getByText('Enter a phone number with digits').first().waitFor();
    await page.getByLabel('Phone').fill('+1 555 0177');
    await page.getByText('Español', { exact: true }).last().click();
    await page.getByRole('button', { name: 'Save my details' }).click();
    await heading(page, 'Mis datos');
    await page.reload();
    expect(await page.getByLabel('Teléfono').inputValue()).toBe('+1 555 0177');
  });

  it('signs out, and nothing of hers stays', async () => {
    const { page } = lena;
    await page.getByRole('button', { name: 'Menú' }).click();
    await page.getByRole('button', { name: 'Cerrar sesión' }).click();
    await page.getByRole('link', { name: 'Inicie sesión' }).waitFor();
    await page.goto('/portal/cases');
    await page.getByText('Inicie sesión para ver esta página').waitFor();
    expect(lena.faults).toEqual([]);
  });
});

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
