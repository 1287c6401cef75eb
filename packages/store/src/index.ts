export { tryLock, waitForLock } from './advisory-lock.js';
export { createIdAllocator, type IdAllocator } from './allocate-ids.js';
export { type RestoreParts, restoreBackup } from './backup/restore-backup.js';
export {
  type BackupParts,
  type BackupProgress,
  type BackupSummary,
  writeBackup,
} from './backup/write-backup.js';
export { writeBackupFile } from './backup/write-backup-file.js';
export { appendChange, type ChangeKind, type NewChange } from './change-log/append-change.js';
export {
  type Change,
  type ChangesAsked,
  type ChangesRead,
  readChangeHead,
  readChanges,
} from './change-log/read-changes.js';
export { runSequencer, type SequencerOptions } from './change-log/run-sequencer.js';
export { trimChangeLog } from './change-log/trim-change-log.js';
export { watchChanges } from './change-log/watch-changes.js';
export type { Database, JobRequest, Queryable, TextRow, Transaction } from './database.js';
export { type Deployed, deployTables } from './ddl/deploy-tables.js';
export {
  planTableChanges,
  type SnapshotChange,
  type TableChange,
  type TablePlan,
} from './ddl/plan-table-changes.js';
export { printTableChange } from './ddl/print-table-change.js';
export { readLiveSchema } from './ddl/read-live-schema.js';
export type { Refusal } from './ddl/refuse-field-changes.js';
export type { LiveSchema, TargetColumn, TargetIndex, TargetTable } from './ddl/schema-shape.js';
export { autoNumberSequenceName } from './ddl/target-schema.js';
export { type EmbeddedServer, startEmbeddedServer } from './embedded/start-embedded-server.js';
export { stopEmbeddedServer } from './embedded/stop-embedded-server.js';
export type { FileStore, StoredFile } from './files/file-store.js';
export { openLocalFileStore } from './files/open-local-file-store.js';
export type { HeldConnection } from './hold-connection.js';
export {
  type JobBacklog,
  listJobs,
  nextRun,
  type QueuedJob,
  readJobBacklog,
  readSchedule,
  retryJob,
  type ScheduledTask,
} from './jobs/look-at-jobs.js';
export { purgeExpired } from './jobs/purge-expired.js';
export {
  type JobContext,
  type JobOptions,
  type JobRunner,
  type RecurringTask,
  runJobs,
  type Task,
} from './jobs/run-jobs.js';
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
export { beginOrgWrite, type OrgVersions, readOrgVersions, withOrgLock } from './org-lock.js';
export { type Store, type StoreConfig, startStore } from './start-store.js';
export { translateSqlstate } from './translate-sqlstate.js';
