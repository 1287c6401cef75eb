import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, silentLog, systemClock } from '@muster/kernel';
import {
  openOrg,
  type Principal,
  type Records,
  type Session,
  type Solution,
  systemPrincipal,
} from '@muster/records';
import { type FileStore, openLocalFileStore } from '@muster/store';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestOrg extends TestDatabase {
  readonly records: Records;
  /** All rights, as installation has them. */
  readonly system: Session;
  as(principal: Partial<Principal>): Session;
}

/** A test database with solutions installed and its records open. `keptFiles` is given where a solution keeps files too. */
export async function openTestOrg(
  solutions: readonly Solution[],
  clock: Clock = systemClock,
  keptFiles?: FileStore,
): Promise<TestOrg> {
  const test = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'muster-files-'));
  const files = keptFiles ?? (await openLocalFileStore(folder));
  const records = await openOrg({ ...test, files, solutions, clock, log: silentLog });
  const automation = systemPrincipal(test.org);
  return {
    ...test,
    records,
    system: records.openSession(automation, { key: 'test' }),
    as: (principal) =>
      records.openSession({ ...automation, kind: 'internal', ...principal }, { key: 'test' }),
    drop: async () => {
      await test.drop();
      await rm(folder, { recursive: true });
    },
  };
}
