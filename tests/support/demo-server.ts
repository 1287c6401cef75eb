import type { Clock } from '@muster/kernel';
import { demo, readConfig, solutionsFor } from '@muster/server';
import { inject } from 'vitest';
import { startTestServer, type TestServer } from './test-server.js';

/** A server with the demo agency, on which anybody of the story can sign in with one request. */
export function startDemoServer(options: { readonly clock?: Clock } = {}): Promise<TestServer> {
  const environment = { MUSTER_DEMO: 'small' };
  return startTestServer({
    createSolutions: solutionsFor(readConfig(environment)),
    demoPeople: demo.people,
    environment,
    template: inject('demoTemplate'),
    ...options,
  });
}
