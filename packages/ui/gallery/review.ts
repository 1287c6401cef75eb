/**
 * Takes a picture of every gallery scene at phone and desktop width, light and dark, under the server's content
 * security policy, and runs axe on each. Usage: tsx gallery/review.ts OUT_DIR [scene …]; build the gallery first.
 */

import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Page, chromium as playwright } from 'playwright-core';

const scenes = [
  '',
  'console-kit',
  'question',
  'my-application',
  'queue',
  'queue?panel=a4',
  'board',
  'application',
  'dashboard',
];
const openings: readonly {
  readonly name: string;
  readonly scene: string;
  readonly open: (page: Page) => Promise<void>;
}[] = [
  { name: 'dialog', scene: '', open: (page) => page.getByRole('button', { name: 'Open a dialog' }).click() },
  {
    name: 'menu',
    scene: '',
    open: (page) => page.getByRole('button', { name: 'Actions', exact: true }).click(),
  },
  {
    name: 'select',
    scene: '',
    open: (page) => page.getByRole('button', { name: /Ellery Coast Place/ }).click(),
  },
  {
    name: 'toasts',
    scene: 'console-kit',
    open: async (page) => {
      for (const name of ['Notice', 'Failure', 'Undo'])
        await page.getByRole('button', { name, exact: true }).click();
    },
  },
  { name: 'palette', scene: 'board', open: (page) => page.keyboard.press('Control+k') },
  { name: 'shortcuts', scene: 'board', open: (page) => page.keyboard.press('?') },
  {
    name: 'filter',
    scene: 'queue?phase=Medical',
    open: async (page) => {
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await page.getByRole('button', { name: /Phase/ }).click();
    },
  },
  {
    name: 'frame-menu',
    scene: 'my-application',
    open: async (page) => {
      const menu = page.getByRole('button', { name: 'Menu' });
      if (await menu.isVisible()) await menu.click();
      else await page.getByRole('button', { name: /Signed in as/ }).click();
    },
  },
  {
    name: 'spanish',
    scene: 'my-application',
    open: (page) => page.getByRole('button', { name: 'Español' }).click(),
  },
];
const widths = [320, 390, 1440];
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const dist = join(import.meta.dirname, 'dist');
const [out = 'screenshots', ...only] = process.argv.slice(2);

async function serve() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/axe.js' ? axePath : join(dist, path === '/' ? 'index.html' : path);
    try {
      const body = await readFile(file);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', "default-src 'self'; img-src 'self' blob:");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ url: '/axe.js' });
  return page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: (
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe;
    const result = await axe.run({ resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          (node) =>
            `${id}: ${node.html.slice(0, 160)} :: ${node.failureSummary.replaceAll('\n', ' ').slice(0, 220)}`,
        ),
    );
  });
}

async function visit(page: Page, scene: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${server.url}/#/${scene}`);
  await page.waitForSelector('h1');
  await page.waitForTimeout(scene === 'dashboard' ? 900 : 300);
}

async function check(page: Page, name: string, report: (text: string) => void): Promise<void> {
  await page.screenshot({ path: join(out, `${name}-fold.png`) });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) report(`overflows by ${overflow} px`);
  for (const violation of await violations(page)) report(violation);
}

const server = await serve();
const executablePath = await chromium.executablePath();
const args = chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security');
const browser = await playwright.launch({ executablePath, args });
await mkdir(out, { recursive: true });
let problems = 0;
for (const width of widths) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme,
      deviceScaleFactor: 1,
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const report = (text: string) => {
      problems++;
      console.log(`  ${text}`);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') report(message.text().slice(0, 400));
    });
    page.on('pageerror', (error) => report(String(error)));
    for (const scene of scenes.filter((each) => only.length === 0 || only.includes(each))) {
      const name = `${scene.replaceAll(/\W+/g, '-') || 'portal-kit'}-${width}-${colorScheme}`;
      console.log(name);
      await visit(page, scene);
      await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
      await check(page, name, report);
    }
    for (const { name, scene, open } of openings.filter(
      (each) => only.length === 0 || only.includes(each.name),
    )) {
      console.log(name);
      await visit(page, scene);
      await open(page);
      await page.waitForTimeout(250);
      await check(page, `open-${name}-${width}-${colorScheme}`, report);
      await page.evaluate(() => localStorage.clear());
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;
