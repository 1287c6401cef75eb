import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, openBrowser, phone, visit } from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, overflowOf } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

const joel = 'joel.brandt@example.org';

describe('the pages of the portal', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startDemoServer();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('keeps what is there in place while it loads', async () => {
    const { page, context } = await visit(browser, server.url, { as: joel });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['/jobs', '/my', '/articles']) {
      await open(page, path);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(
        shifts.reduce((sum, value) => sum + value, 0),
        path,
      ).toBeLessThan(0.05);
    }
    await context.close();
  });

  it('can be walked with the keyboard alone', async () => {
    const { page, context } = await visit(browser, server.url, { viewport: desktop });
    await open(page, '/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('See all vacancies');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Vacancies' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Vacancies');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Apply now' }).waitFor();
    await context.close();
  });

  it('is readable at twice the size', async () => {
    const { page, context } = await visit(browser, server.url, { as: joel, viewport: phone });
    await page.setViewportSize({ width: 195, height: 422 });
    for (const path of ['/my', '/jobs/P-0001']) {
      await open(page, path);
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

  it('says that there is no connection, and goes on when there is', async () => {
    const { page, context } = await visit(browser, server.url, { as: joel });
    await open(page, '/jobs');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'My application' }).click();
    await page.getByText('You are offline').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'My application' }).waitFor();
    await context.close();
  });
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/portal${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}
