import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, openBrowser, phone, smallPhone } from '../browser.js';
import { startDemoServer } from '../demo-server.js';
import { APPS, englishFinder, type FindEnglish } from '../english-left.js';
import { keyboardFindings } from '../keyboard.js';
import { accessibilityFindings, darkFindings, overflowOf } from '../page-checks.js';
import type { TestServer } from '../test-server.js';
import { devicesAt } from './devices.js';
import { openState, type PageState } from './page-state.js';
import { makeWorld, type World } from './world.js';

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
    let findSentences: FindEnglish;

    beforeAll(async () => {
      server = await startDemoServer();
      world = await makeWorld(server);
      browser = await openBrowser();
      findEnglish = await englishFinder();
      findSentences = await englishFinder({ fewestWords: 3, places: APPS });
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    describe('at its usual width, in English', () => {
      const deviceFor = devicesAt(
        () => ({ browser, url: server.url }),
        ({ app }) => ({ language: 'en', viewport: app === 'portal' ? phone : desktop }),
      );

      it.each(states)('$app $name', async (state) => {
        const { page, faults } = await deviceFor(state);
        await openState(page, state, world);
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
        () => ({ language: 'es', viewport: smallPhone }),
      );

      it.each(states)('$app $name', async (state) => {
        const { page } = await deviceFor(state);
        await openState(page, state, world);
        expect.soft(await page.getAttribute('html', 'lang')).toBe('es');
        const find = state.isFullOfNames ? findSentences : findEnglish;
        expect.soft(await find(page), 'English left').toEqual([]);
        expect.soft(await overflowOf(page), 'pixels beside a small phone').toBeLessThanOrEqual(0);
      });
    });
  });
}

/** A page that is still loading may have no heading yet. */
function exempt({ exempt: rules = [], isLoading }: PageState): readonly string[] {
  return isLoading ? [...rules, 'page-has-heading-one'] : rules;
}
