import type { Clock } from '@muster/kernel';
import { demo, readConfig, solutionsFor } from '@muster/server';
import { startTestServer, type TestServer } from './test-server.js';

/** Few enough to load in seconds, enough for every queue to hold somebody. */
const APPLICATIONS = 240;

/** A server with the demo agency, on which anybody of the story can sign in with one request. */
export async function startDemoServer(options: { readonly clock?: Clock } = {}): Promise<TestServer> {
  const environment = { MUSTER_DEMO: String(APPLICATIONS) };
  const createSolutions = solutionsFor(readConfig(environment));
  const server = await startTestServer({ createSolutions, demoPeople: demo.people, environment, ...options });
  await demo.load(server.instance, APPLICATIONS, () => undefined);
  return server;
}
