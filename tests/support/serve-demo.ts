import { demo, readConfig, solutionsFor } from '@muster/server';
import type { TestDatabase } from './clone-database.js';
import { type ServeOptions, serveDatabase, type TestServer } from './serve-database.js';

export type DemoServerOptions = Pick<ServeOptions, 'clock' | 'random' | 'environment'>;

/** A server over a database with the demo agency, on which anybody of the story can sign in with one request. */
export function serveDemo(database: TestDatabase, options: DemoServerOptions = {}): Promise<TestServer> {
  const environment = { MUSTER_DEMO: 'small', ...options.environment };
  return serveDatabase(database, {
    ...options,
    createSolutions: solutionsFor(readConfig(environment)),
    demoPeople: demo.people,
    environment,
  });
}
