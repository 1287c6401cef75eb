import type { Log } from '@muster/kernel';
import { runMigrations as runJobMigrations } from 'graphile-worker';
import type { PooledDatabase } from '../open-database.js';
import { listOrgs } from '../org.js';
import { applyMigrations } from './apply-migrations.js';
import { jobLogger } from './job-logger.js';
import { migrateOrg } from './migrate-org.js';
import { readMigrations } from './read-migrations.js';
import { requireVersion } from './require-version.js';

/**
 * Brings a database up to this version: the schemas all orgs share, the job queue, then every org. May be started by
 * several processes at once and again after a crash.
 * @throws Error when the server is older than PostgreSQL 15
 */
export async function migrateDatabase(database: PooledDatabase, log: Log): Promise<void> {
  await requireVersion(database);
  const shared = await applyMigrations(database, await readMigrations('cluster'), {
    schema: 'muster',
    table: 'migration',
  });
  await runJobMigrations({ pgPool: database.pool, logger: jobLogger(log) });
  let inOrgs = 0;
  for (const org of await listOrgs(database)) inOrgs += await migrateOrg(database, org.schema);
  if (shared + inOrgs > 0) log.info({ shared, inOrgs }, 'The database was brought up to this version.');
}
