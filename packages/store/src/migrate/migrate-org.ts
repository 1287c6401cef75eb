import type { Database } from '../database.js';
import { applyMigrations } from './apply-migrations.js';
import { readMigrations } from './read-migrations.js';

/** Brings the system tables of one org up to this version; gives the number of migrations applied. */
export async function migrateOrg(database: Database, schema: string): Promise<number> {
  return applyMigrations(database, await readMigrations('org'), { schema, table: '_migration' });
}
