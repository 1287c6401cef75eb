export { type Principal, USER_PERMISSIONS, type UserPermission } from '@muster/access';
export {
  BATCH_FORM,
  type Batch,
  type BatchJob,
  type BulkBatches,
  type NewBatchJob,
} from './bulk/bulk-batches.js';
export {
  type BulkJob,
  type BulkOperation,
  type BulkState,
  columnDelimiters,
  type JobOperation,
  type LoadColumn,
  type LoadOptions,
  lineEndings,
  type NewBulkJob,
} from './bulk/bulk-job.js';
export { BULK_TASK, type BulkJobs, type RowError } from './bulk/bulk-jobs.js';
export type { BulkQueries, BulkQuery, NewBulkQuery } from './bulk/bulk-queries.js';
export type { ExportEntry, ExportLog } from './bulk/export-log.js';
export type { LoadMapping, LoadMappings, NamedMapping } from './bulk/load-mappings.js';
export { readCsv, readCsvHeader } from './bulk/read-csv.js';
export { type BulkJobSummary, recentBulkJobs } from './bulk/recent-bulk-jobs.js';
export { canBeUndone } from './bulk/run-ingest.js';
export { UNDO_COLUMNS } from './bulk/undo-rows.js';
export { csvLine, errorText, type RowOutcome } from './bulk/write-results.js';
export { createRecords, type Records, type RecordsOptions } from './create-records.js';
export { defineOperation } from './define-operation.js';
export type { DeployTarget } from './deploy/apply-plan.js';
export type { RetrieveOptions } from './deploy/build-retrieve.js';
export type {
  ComponentDifference,
  ComponentTexts,
  DeployEntry,
  RequestStatus,
} from './deploy/deploy-history.js';
export type { RequestKind } from './deploy/deploy-id.js';
export { type DeployOptions, deployPackage } from './deploy/deploy-package.js';
export { METADATA_TASK } from './deploy/deploy-queue.js';
export type {
  ComponentProblem,
  ComponentResult,
  ComponentStatus,
  DeployOutcome,
  DeployResult,
} from './deploy/deploy-result.js';
export type { ListedComponent, ReadComponent, Stamp } from './deploy/list-components.js';
export type { OrgMetadata } from './deploy/org-metadata.js';
export { requireMetadataAccess } from './deploy/require-metadata-access.js';
export { retrieveComponents } from './deploy/retrieve-components.js';
export type { RetrievedFile, RetrieveOutcome } from './deploy/retrieve-outcome.js';
export { contentOf } from './deploy/run-metadata-request.js';
export { type Installed, installSolutions } from './install/install-solutions.js';
export { loadSnapshot } from './install/load-snapshot.js';
export { mirrorSetup } from './install/mirror-setup.js';
export { type OpenOrgOptions, openOrg } from './install/open-org.js';
export { automatedUserId, systemPrincipal } from './install/system-principal.js';
export type { Operation, RuleRecord, SaveRule, Solution, SolutionJob } from './operation.js';
export { type ConvertedLead, convertLead, type LeadConversion } from './people/convert-lead.js';
export { type Merge, mergeRecords } from './people/merge-records.js';
export type { Purpose } from './purpose.js';
export { type KeptSearchIndex, keepSearchIndex } from './search/keep-search-index.js';
export { updateSearchIndex } from './search/update-search-index.js';
export type { Guard } from './session/guard.js';
export type {
  ExplainedPlan,
  FieldValues,
  ObjectRights,
  QueryAnswer,
  QueryOptions,
  RecordInput,
  RecordRow,
  RecordValue,
  RetrievedRecord,
  SaveOptions,
  SaveResult,
  Session,
  StoredVersion,
} from './session/session.js';
export type { SystemReason } from './system-reason.js';
export { canBeOwned, countOwned, type OwnedRecords } from './transfers/count-owned.js';
export {
  type ObjectProgress,
  TRANSFER_TASK,
  type Transfer,
  type TransferState,
  type Transfers,
} from './transfers/transfers.js';
export { requireManaged } from './users/user-rules.js';
