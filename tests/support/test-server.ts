import { type ServeOptions, serveDatabase, type TestServer } from './serve-database.js';
import { createTestDatabase } from './test-database.js';

export type { TestServer };

/** The composed server on a port of its own, over a database of its own with an administrator. */
export async function startTestServer(options: ServeOptions): Promise<TestServer> {
  return serveDatabase(await createTestDatabase(), options);
}
