import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

/** Pictures of all open pages for whoever looks into a failure, in the ignored folder `screenshots/failed`. */
export async function keepPictures(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const file = new URL(`../../screenshots/failed/${name}-${index + 1}.png`, import.meta.url);
    await page.screenshot({ path: fileURLToPath(file), fullPage: true });
  }
}
