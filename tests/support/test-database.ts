import { inject } from 'vitest';
import { cloneDatabase, type TestDatabase } from './clone-database.js';

export type { TestDatabase };

/** A database of a test file's own, cloned from the template of the run: make it before all, drop it after. */
export function createTestDatabase(): Promise<TestDatabase> {
  const { target, template } = inject('testServer');
  return cloneDatabase(target, template);
}
