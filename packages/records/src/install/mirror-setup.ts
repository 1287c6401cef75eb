import { quoteIdent } from '@muster/sql';
import type { Database } from '@muster/store';
import type { Records } from '../create-records.js';
import { syncSetupRecords } from './sync-setup-records.js';
import { systemPrincipal } from './system-principal.js';

/**
 * Makes records of what metadata declares and people look up as records: profiles, permission sets, roles. Does nothing
 * where that was done for the org's metadata version; a process killed before it came to this leaves it to the next.
 */
export async function mirrorSetup(database: Database, records: Records): Promise<void> {
  const { org } = records;
  const table = `${quoteIdent(org.schema)}._org_version`;
  const [row] = await database.rows({
    name: 'records.mirroredVersion',
    text: `select metadata_version, mirrored_version from ${table}`,
    values: [],
  });
  if (row?.[0] === row?.[1]) return;
  const { version } = await records.refreshSnapshot(Number(row?.[0]));
  const session = records.openSession(systemPrincipal(org), { key: 'installation' });
  await syncSetupRecords(database, org, session);
  await database.rows({
    text: `update ${table} set mirrored_version = greatest(mirrored_version, $1)`,
    values: [version],
  });
}
