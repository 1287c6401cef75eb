import type { Page } from 'playwright-core';
import type { World } from './world.js';

/** A page in one of the states it can be in; `Known` is what has to be known of where people stand. */
export interface PageState<Known = World> {
  /** In kebab-case; with the app the name of its picture. */
  readonly name: string;
  readonly app: 'site' | 'portal' | 'console';
  /** Below the app; may depend on where people stand. */
  readonly path: string | ((known: Known) => string);
  /** Username of whoever looks; a guest when absent. */
  readonly as?: string | undefined;
  /** The beginning of its heading in English. */
  readonly heading: string;
  /** Done before the page is opened, such as holding an answer back. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** What a person does on the page until it is in this state; without words, which differ by language. */
  readonly reach?: (page: Page) => Promise<unknown>;
  /** A wide window has no such state. */
  readonly isNarrowOnly?: boolean;
  /** It shows grey shapes and nothing else yet. */
  readonly isLoading?: boolean;
  /** It shows names the agency gave, such as those of fields and profiles, which are in no language of ours. */
  readonly isFullOfNames?: boolean;
  /** Rules of axe that do not fit this state. */
  readonly exempt?: readonly string[];
}

/**
 * Opens a page and waits until it is in its state: nothing is loading, fonts are there.
 * @throws when that does not come, or when the page has another heading
 */
export async function openState<Known>(page: Page, state: PageState<Known>, known: Known): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await state.before?.(page);
  const path = typeof state.path === 'string' ? state.path : state.path(known);
  await page.goto(state.app === 'site' ? path : `/${state.app}${path}`);
  if (state.isLoading) return page.locator('.mu-skeleton').first().waitFor();
  await settle(page);
  await state.reach?.(page);
  await settle(page);
  if ((await page.getAttribute('html', 'lang')) !== 'en') return;
  const heading = (await page.locator('h1').first().textContent())?.trim() ?? '';
  if (!heading.startsWith(state.heading)) {
    throw new Error(`The page has the heading “${heading}”, not “${state.heading}”`);
  }
}

async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('.mu-skeleton, [data-pending]') === null && document.fonts.status === 'loaded',
  );
}

/** Lets nothing of the API come, so that the page stays as it is while it loads. */
export function holdBack(...operations: readonly string[]): (page: Page) => Promise<unknown> {
  return (page) => page.route(new RegExp(`/apexrest/[a-z]+/(${operations.join('|')})\\b`), () => undefined);
}

/** Lets operations of the API fail as they do when the server is at fault. */
export function fail(...operations: readonly string[]): (page: Page) => Promise<unknown> {
  const body = JSON.stringify([{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }]);
  return (page) =>
    page.route(new RegExp(`/apexrest/[a-z]+/(${operations.join('|')})\\b`), (route) =>
      route.fulfill({ status: 500, contentType: 'application/json', body }),
    );
}

/** Sends the first form of the page as it stands. */
export async function submitForm(page: Page): Promise<void> {
  await page.locator('main form button[type=submit]').first().click();
  await page.locator('.mu-field-error, [role=alert]').first().waitFor();
}
