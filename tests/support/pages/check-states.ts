import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, openBrowser, phone, smallPhone, type Visitor, visit } from '../browser.js';
import { PASSWORD } from '../candidates.js';
import { startDemoServer } from '../demo-server.js';
import { englishFinder, type FindEnglish } from '../english-left.js';
import { keyboardFindings } from '../keyboard.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../page-checks.js';
import type { TestServer } from '../test-server.js';
import { openState, type PageState } from './page-state.js';
import { makeWorld, others, type World } from './world.js';

type Viewport = { readonly width: number; readonly height: number };

/**
 * Tests that hold for every page in every state: axe finds nothing in light and dark, the keyboard alone reaches the
 * primary action, nothing lies beside a small phone, nothing is left in English.
 */
export function describeStates(title: string, states: readonly PageState[]): void {
  describe(title, () => {
    let server: TestServer;
    let browser: Browser;
    let world: World;
    let findEnglish: FindEnglish;

    beforeAll(async () => {
      server = await startDemoServer();
      world = await makeWorld(server);
      browser = await openBrowser();
      findEnglish = await englishFinder();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    describe('at its usual width, in English', () => {
      const deviceFor = devicesAt(
        () => ({ browser, url: server.url }),
        'en',
        ({ app }) => (app === 'portal' ? phone : desktop),
      );

      it.each(states)('$name', async (state) => {
        const { page, faults } = await deviceFor(state);
        await openState(page, state, world);
        if (!state.isLoading) {
          expect((await page.locator('h1').first().textContent())?.trim()).toMatch(
            new RegExp(`^${state.heading}`),
          );
        }
        expect.soft(await accessibilityFindings(page, exempt(state)), 'axe').toEqual([]);
        expect.soft(await darkFindings(page), 'axe in the dark').toEqual([]);
        if ((await page.getByRole('menu').count()) === 0) {
          expect.soft(await keyboardFindings(page), 'keyboard').toEqual([]);
        }
        expect.soft(faults.splice(0), 'faults').toEqual([]);
      });
    });

    describe('on a small phone, in Spanish', () => {
      const deviceFor = devicesAt(
        () => ({ browser, url: server.url }),
        'es',
        () => smallPhone,
      );

      it.each(states)('$name', async (state) => {
        const { page } = await deviceFor(state);
        await openState(page, state, world);
        expect.soft(await page.getAttribute('html', 'lang')).toBe('es');
        expect.soft(await findEnglish(page), 'English left').toEqual([]);
        expect.soft(await overflowOf(page), 'pixels beside a small phone').toBeLessThanOrEqual(0);
      });
    });
  });
}

interface Place {
  readonly browser: Browser;
  readonly url: string;
}

/** One device for each app and person, made when it is first asked for. */
function devicesAt(
  place: () => Place,
  language: 'en' | 'es',
  viewportOf: (state: PageState) => Viewport,
): (state: PageState) => Promise<Visitor> {
  const visitors = new Map<string, Visitor>();
  return async (state) => {
    const { app, as } = state;
    const key = `${app} ${as}`;
    const known = visitors.get(key);
    if (known !== undefined) return known;
    const { browser, url } = place();
    const isOther = Object.values(others).some((email) => email === as);
    const visitor = await visit(browser, url, {
      viewport: viewportOf(state),
      language,
      as,
      password: isOther ? PASSWORD : undefined,
    });
    visitors.set(key, visitor);
    return visitor;
  };
}

/** A page that is still loading may have no heading yet. */
function exempt({ exempt: rules = [], isLoading }: PageState): readonly string[] {
  return isLoading ? [...rules, 'page-has-heading-one'] : rules;
}
