import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { setup as setUpDatabase } from './global-database.js';

const APPS = ['portal', 'console'];

/** Browser tests walk the web apps as they are built, over databases like those of the database tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const app of APPS) {
    const page = new URL(`../../apps/${app}/dist/index.html`, import.meta.url);
    if (!existsSync(page)) throw new Error(`apps/${app} is not built. Run: npx vite build, in that folder.`);
  }
  return setUpDatabase(project);
}
