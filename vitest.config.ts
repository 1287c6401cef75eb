import { defineConfig } from 'vitest/config';

const source = { resolve: { conditions: ['muster-src', 'node'] } };
/** Tests and what is set up for them run on the source. */
const shared = { ...source, ssr: source, environments: { __vitest__: source } };

/** unit: pure tests beside the code, and those of the guides. db: tests/db on a cloned PostgreSQL database. resilience:
 * tests/resilience on servers that are killed. e2e: tests/e2e in a real browser. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    retry: 0,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{packages,solutions,apps,tools}/**/*.test.{ts,tsx}', 'tests/docs/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/global-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'resilience',
          include: ['tests/resilience/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/global-server.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
