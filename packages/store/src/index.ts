export { createIdAllocator, type IdAllocator, idSequenceName } from './allocate-ids.js';
export type { Database, JobRequest, Queryable, TextRow, Transaction } from './database.js';
export { migrateDatabase } from './migrate/migrate-database.js';
export {
  type ConnectionTarget,
  type DatabaseOptions,
  openDatabase,
  type PooledDatabase,
} from './open-database.js';
export {
  createOrg,
  findOrg,
  findOrgByHost,
  findOrgByUsername,
  listOrgs,
  type NewOrg,
  type Org,
} from './org.js';
export { translateSqlstate } from './translate-sqlstate.js';
