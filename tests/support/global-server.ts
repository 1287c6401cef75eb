import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../../tools/launcher/build-if-stale.js';
import { tellDemo } from './demo-template.js';
import { openDatabases } from './global-database.js';

/** Few enough to load in seconds, enough for every queue to hold somebody. */
const APPLICATIONS = 120;

/** Browser tests walk the web apps as they are built, over clones of one database with the demo agency. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfStale(new URL('../../', import.meta.url));
  const { target, stop } = await openDatabases(project);
  const demo = await tellDemo(target, APPLICATIONS);
  project.provide('demoTemplate', demo.name);
  return async () => {
    await demo.drop();
    await stop();
  };
}
