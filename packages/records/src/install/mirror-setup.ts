import { quoteIdent } from '@muster/sql';
import { type Database, type Org, type Queryable, waitForLock } from '@muster/store';
import type { Records } from '../create-records.js';
import { syncSetupRecords } from './sync-setup-records.js';
import { systemPrincipal } from './system-principal.js';

/**
 * Makes records of what metadata declares and people look up as records: profiles, permission sets, roles. Does nothing
 * where that was done for the org's metadata version; a process killed before it came to this leaves it to the next. One
 * process does it at a time, and those that waited find it done.
 */
export async function mirrorSetup(database: Database, records: Records): Promise<void> {
  const { org } = records;
  if ((await versionToMirror(database, org)) === undefined) return;
  await database.transaction(async (transaction) => {
    await waitForLock(transaction, 'mirror', org.schema);
    const wanted = await versionToMirror(transaction, org);
    if (wanted === undefined) return;
    const { version } = await records.refreshSnapshot(wanted);
    const session = records.openSession(systemPrincipal(org), { key: 'installation' });
    await syncSetupRecords(database, org, session);
    await transaction.rows({
      text: `update ${tableOf(org)} set mirrored_version = greatest(mirrored_version, $1)`,
      values: [version],
    });
  });
}

/** The org's metadata version; undefined when its records are up to date. */
async function versionToMirror(queryable: Queryable, org: Org): Promise<number | undefined> {
  const [row] = await queryable.rows({
    name: 'records.mirroredVersion',
    text: `select metadata_version, mirrored_version from ${tableOf(org)}`,
    values: [],
  });
  return row?.[0] === row?.[1] ? undefined : Number(row?.[0]);
}

function tableOf(org: Org): string {
  return `${quoteIdent(org.schema)}._org_version`;
}
