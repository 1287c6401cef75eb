import type { Clock, Log } from '@muster/kernel';
import { createIdAllocator, type Database, type FileStore, type Org } from '@muster/store';
import { createRecords, type Records } from '../create-records.js';
import { fileRules } from '../files/file-rules.js';
import type { Solution } from '../operation.js';
import { convertedLeads } from '../people/converted-leads.js';
import { timeZoneRules } from '../users/time-zone-rules.js';
import { userRules } from '../users/user-rules.js';
import { installSolutions } from './install-solutions.js';
import { loadSnapshot } from './load-snapshot.js';
import { mirrorSetup } from './mirror-setup.js';
import { systemPrincipal } from './system-principal.js';

export interface OpenOrgOptions {
  readonly database: Database;
  readonly org: Org;
  readonly files: FileStore;
  readonly solutions: readonly Solution[];
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opens an org for work: installs what is newer in the solutions, then opens its records.
 * @throws MusterErrors when metadata cannot be deployed; the org stays as it was.
 */
export async function openOrg(options: OpenOrgOptions): Promise<Records> {
  const { database, org, files, solutions, clock, log } = options;
  const { standardObjects, changed } = await installSolutions(database, org, solutions, log);
  const records = await createRecords({
    database,
    org,
    ids: createIdAllocator(),
    files,
    clock,
    standardObjects,
    rules: [
      ...fileRules(files),
      ...timeZoneRules,
      convertedLeads,
      ...userRules,
      ...solutions.flatMap((solution) => solution.saveRules),
    ],
    loadSnapshot: () => loadSnapshot(database, org, standardObjects),
  });
  await mirrorSetup(database, records);
  if (changed) {
    const session = records.openSession(systemPrincipal(org), { key: 'installation' });
    for (const solution of solutions) await solution.seed?.(session);
  }
  return records;
}
