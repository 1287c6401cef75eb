import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desktop,
  openBrowser,
  phone,
  smallPhone,
  type Visitor,
  type VisitorOptions,
  visit,
} from '../support/browser.js';
import { startDemoServer } from '../support/demo-server.js';
import { accessibilityFindings, overflowOf } from '../support/page-checks.js';
import type { TestServer } from '../support/test-server.js';

const nia = 'nia.calder@example.org';
const joel = 'joel.brandt@example.org';
const lena = 'lena.marsk@example.org';

/** Every page, as whom, and the beginning of its heading in English. */
const pages: readonly { readonly path: string; readonly as?: string; readonly heading: string }[] = [
  { path: '/', heading: 'Work with us' },
  { path: '/jobs', heading: 'Vacancies' },
  { path: '/jobs/P-0001', heading: 'Field officer' },
  { path: '/jobs/P-0001/apply', heading: 'Before you start' },
  { path: '/jobs/P-9999', heading: 'There is no such vacancy' },
  { path: '/sign-in', heading: 'Sign in' },
  { path: '/forgotten-password', heading: 'You forgot your password' },
  { path: '/create-account', heading: 'Create an account' },
  { path: '/confirm', heading: 'Check your e-mail' },
  { path: '/confirm?link=abc', heading: 'Confirm your address' },
  { path: '/articles', heading: 'Help articles' },
  { path: '/articles?search=zzzz', heading: 'Help articles' },
  { path: '/articles/none', heading: 'There is no such article' },
  { path: '/accessibility', heading: 'Accessibility' },
  { path: '/your-data', heading: 'Your data' },
  { path: '/nowhere', heading: 'This page does not exist' },
  { path: '/my', heading: 'Sign in to see this page' },
  { path: '/cases', heading: 'My cases' },
  { path: '/', as: nia, heading: 'Work with us' },
  { path: '/my', as: nia, heading: 'My applications' },
  { path: '/me', as: nia, heading: 'My details' },
  { path: '/cases', as: nia, heading: 'My cases' },
  { path: '/my', as: joel, heading: 'My application' },
  { path: '/', as: lena, heading: 'Hello, Lena' },
  { path: '/articles?search=boots', as: lena, heading: 'Help articles' },
  { path: '/articles/dry-and-reproof-boots', as: lena, heading: 'Dry and re-proof your boots' },
  { path: '/cases', as: lena, heading: 'My cases' },
  { path: '/cases/new', as: lena, heading: 'Ask support' },
  { path: '/cases/500000000000001AAA', as: lena, heading: 'There is no such case' },
];

const devices: readonly (VisitorOptions & { readonly name: string })[] = [
  { name: 'on a small phone', viewport: smallPhone },
  { name: 'in the dark, at a desk', viewport: desktop, colorScheme: 'dark' },
  { name: 'in Spanish, on a small phone', viewport: smallPhone, language: 'es' },
];

describe('every page of the portal', () => {
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

  describe.each(devices)('$name', (device) => {
    const visitors = new Map<string | undefined, Visitor>();

    beforeAll(async () => {
      for (const as of [undefined, nia, joel, lena]) {
        visitors.set(
          as,
          await visit(browser, server.url, { ...device, ...(as === undefined ? {} : { as }) }),
        );
      }
    });
    afterAll(async () => {
      for (const { context } of visitors.values()) await context.close();
    });

    it.each(pages)('is sound: $path $as', async ({ path, as, heading }) => {
      const { page, faults } = visitors.get(as) as Visitor;
      await open(page, path);
      const title = await page.getByRole('heading', { level: 1 }).textContent();
      if (device.language !== 'es') expect(title?.startsWith(heading), title ?? '').toBe(true);
      expect(await page.title()).toMatch(/^.+ – Marrenfell Border and Rescue Service$/);
      expect(await page.getAttribute('html', 'lang')).toBe(device.language ?? 'en');
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(faults.splice(0)).toEqual([]);
    });
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
