import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { desktop } from '../support/browser.js';
import { consoleStates } from '../support/pages/console-states.js';
import { devicesAt } from '../support/pages/devices.js';
import { openState, type PageState } from '../support/pages/page-state.js';
import { portalStates } from '../support/pages/portal-states.js';
import { siteStates } from '../support/pages/site-states.js';
import { makeWorld, type World } from '../support/pages/world.js';
import { firstLineOf } from './first-line-of.js';
import { CLOCK, openStage, type Stage } from './open-stage.js';
import { writeContactSheet } from './write-contact-sheet.js';

const FOLDER = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const APPS = ['site', 'portal', 'console'] as const;
const THEMES = ['light', 'dark'] as const;

type Language = 'en' | 'es';
type Viewport = { readonly width: number; readonly height: number };

export interface StatesWanted {
  /** Parts of names; every state when there is none. */
  readonly words: readonly string[];
  readonly languages: readonly Language[];
  readonly viewports: readonly Viewport[];
}

/**
 * Takes a picture of every state of every page in light and dark. Gives back what could not be taken
 * and why, a line each.
 */
export async function takeStates({ words, languages, viewports }: StatesWanted): Promise<readonly string[]> {
  const states = [...siteStates, ...portalStates, ...consoleStates].filter(
    ({ app, name }) => words.length === 0 || words.some((word) => `${app} ${name}`.includes(word)),
  );
  if (states.length === 0) return [`No state has a name with ${words.join(' or ')}.`];
  if (words.length === 0)
    for (const app of APPS) await rm(join(FOLDER, app), { recursive: true, force: true });
  const stage = await openStage();
  try {
    const world = await makeWorld(stage.server);
    const failures: string[] = [];
    for (const language of languages) {
      for (const viewport of viewports) {
        const shown = states.filter((state) => viewport !== desktop || !state.isNarrowOnly);
        failures.push(...(await walk(stage, world, shown, { language, viewport })));
      }
    }
    const pictures = await writeContactSheet(FOLDER);
    console.log(
      `${pictures} pictures in screenshots, ${failures.length} pages not reached; open index.html.`,
    );
    return failures;
  } finally {
    await stage.close();
  }
}

interface Device {
  readonly language: Language;
  readonly viewport: Viewport;
}

/** Visits the states one after the other at one kind of device. */
async function walk(
  { server, browser }: Stage,
  world: World,
  states: readonly PageState[],
  device: Device,
): Promise<readonly string[]> {
  const visitorFor = devicesAt(
    () => ({ browser, url: server.url }),
    () => ({ ...device, ...CLOCK }),
  );
  const failures: string[] = [];
  for (const [index, state] of states.entries()) {
    const title = `${state.app} ${state.name}, ${device.viewport.width} px, ${device.language}`;
    console.log(`${index + 1}/${states.length} ${title}`);
    try {
      const { page } = await visitorFor(state);
      await openState(page, state, world);
      await picture(page, state, device);
    } catch (failure) {
      failures.push(`${title}: ${firstLineOf(failure)}`);
    }
  }
  for (const context of browser.contexts()) await context.close();
  return failures;
}

/** The whole page, as if it was never scrolled. */
async function picture(page: Page, { app, name }: PageState, { language, viewport }: Device): Promise<void> {
  await page.evaluate(unscroll);
  if (app === 'console') await page.setViewportSize({ width: viewport.width, height: await heightOf(page) });
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    const file = join(FOLDER, app, `${name}.${viewport.width}-${colorScheme}-${language}.png`);
    await mkdir(dirname(file), { recursive: true });
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled', caret: 'hide' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(viewport);
}

/** Goes to the top, and lets what sticks to the bottom of the window stand at its place. Runs in the page. */
function unscroll(): void {
  window.scrollTo(0, 0);
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const { position, bottom } = getComputedStyle(element);
    if (position === 'sticky' && bottom !== 'auto') element.style.position = 'static';
  }
}

/** Pixels; the frame of the console is as high as its window, and its menu no higher. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}
