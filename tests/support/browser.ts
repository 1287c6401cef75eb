import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

export const phone = { width: 390, height: 844 } as const;
export const smallPhone = { width: 320, height: 568 } as const;
export const desktop = { width: 1280, height: 800 } as const;

/** Milliseconds to wait for what must come; generous, for two busy cores. */
const PATIENCE = 20_000;

export interface VisitorOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'en' | 'es';
  readonly colorScheme?: 'light' | 'dark';
  /** Username of who is signed in; absent for a guest. */
  readonly as?: string | undefined;
  /** Of an account that is not one of the demo's people. */
  readonly password?: string | undefined;
  /** Where the device's clock runs; New York by default. */
  readonly timeZone?: string;
  /** What that clock shows and goes on showing, in milliseconds; it runs when absent. */
  readonly now?: number;
}

/** Somebody at a device of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and what the content security policy refused, as they happened. */
  readonly faults: string[];
}

/**
 * Starts a headless Chromium: the one `MUSTER_CHROME` names, else the one that comes with a package on Linux, else an
 * installed Chrome.
 */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  const named = process.env.MUSTER_CHROME;
  if (named !== undefined) return playwright.launch({ executablePath: named, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') return playwright.launch({ channel: 'chrome' });
  return playwright.launch({ executablePath: await unpackedBrowser(), args });
}

/**
 * The package's browser, unpacked at first use into a folder of this user's: what another user unpacked cannot be run.
 * The folder gets its name when it is whole, so that nobody runs half a browser.
 */
async function unpackedBrowser(): Promise<string> {
  const folder = join(tmpdir(), `muster-chromium-${userInfo().uid}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  const fresh = await mkdtemp(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return program;
}

/** Opens a device at a server. Its language is the visitor's. */
export async function visit(browser: Browser, url: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { viewport = phone, language = 'en', colorScheme = 'light', timeZone, now } = options;
  const isPhone = viewport.width < 768;
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    hasTouch: isPhone,
    isMobile: isPhone,
    locale: language === 'es' ? 'es-ES' : 'en-GB',
    timezoneId: timeZone ?? 'America/New_York',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE);
  if (now !== undefined) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) faults.push(message.text());
  });
  await signIn(page, options, language);
  return { page, context, faults };
}

/** The language of the account is set as well, since it follows the person to every device. */
async function signIn(
  page: Page,
  { as: username, password }: VisitorOptions,
  language: 'en' | 'es',
): Promise<void> {
  if (username === undefined) return;
  const { csrf } = await (password === undefined
    ? post<{ csrf: string }>(page, 'demo-sign-in', { username })
    : post<{ csrf: string }>(page, 'login', { username, password }));
  await post(page, 'language', { language }, { 'x-csrf-token': csrf });
}

async function post<Answer>(
  page: Page,
  name: string,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await page.request.post(`/services/auth/${name}`, { data, headers });
  if (!response.ok()) throw new Error(`${name} failed: ${await response.text()}`);
  return (await response.json()) as Answer;
}
