export type { Principal } from '@muster/access';
export { createRecords, type Records, type RecordsOptions } from './create-records.js';
export { defineOperation } from './define-operation.js';
export { type Installed, installSolutions } from './install/install-solutions.js';
export { loadSnapshot } from './install/load-snapshot.js';
export { type OpenOrgOptions, openOrg } from './install/open-org.js';
export { automatedUserId, systemPrincipal } from './install/system-principal.js';
export type { Operation, RuleRecord, SaveRule, Solution, SolutionJob } from './operation.js';
export type { Purpose } from './purpose.js';
export type { Guard } from './session/guard.js';
export type {
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
