import { createHash } from 'node:crypto';
import { fixedClock, type Random } from '@muster/kernel';
import type { Browser } from 'playwright-core';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { openBrowser } from '../support/browser.js';
import { cloneDatabase } from '../support/clone-database.js';
import { startDatabaseServer } from '../support/database-server.js';
import { tellDemo } from '../support/demo-template.js';
import type { TestServer } from '../support/serve-database.js';
import { serveDemo } from '../support/serve-demo.js';

/** The moment of every picture, and where devices are: 10:42 on a Wednesday, in the time zone of the demo's staff. */
export const CLOCK = { now: Date.parse('2026-11-25T09:42:00Z'), timeZone: 'Europe/Oslo' } as const;

/** The whole demo agency on a server at which time stands still, and a browser. */
export interface Stage {
  readonly server: TestServer;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds what is stale, starts a database, tells the story of the demo in full, serves it, and opens a browser. */
export async function openStage(): Promise<Stage> {
  await buildIfStale(new URL('../../', import.meta.url));
  console.log('Loading the demo agency.');
  const databases = await startDatabaseServer();
  const clock = fixedClock(CLOCK.now);
  const demo = await tellDemo(databases.target, 'small', clock);
  const server = await serveDemo(await cloneDatabase(databases.target, demo.name), {
    clock,
    random: sameEachTime(),
    environment: { MUSTER_DATA_DIR: '/srv/muster/.muster' },
  });
  const browser = await openBrowser();
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.close();
      await demo.drop();
      await databases.stop();
    },
  };
}

/** Bytes that nothing in a picture depends on being secret. */
function sameEachTime(): Random {
  let calls = 0;
  return {
    bytes(count) {
      calls += 1;
      return createHash('shake256', { outputLength: count }).update(String(calls)).digest();
    },
  };
}
