import type { Clock } from '@muster/kernel';
import { inject } from 'vitest';
import { cloneDatabase } from './clone-database.js';
import type { TestServer } from './serve-database.js';
import { serveDemo } from './serve-demo.js';

/** A server with the demo agency of a test file's own. */
export async function startDemoServer(options: { readonly clock?: Clock } = {}): Promise<TestServer> {
  const { target } = inject('testServer');
  return serveDemo(await cloneDatabase(target, inject('demoTemplate')), options);
}
