export { accessByName } from './access-by-name.js';
export type { AccessContext } from './access-context.js';
export { criterionCondition } from './criteria.js';
export type { Principal } from './principal.js';
export { type Reach, recordScope } from './record-scope.js';
export {
  compileRights,
  type FieldAccess,
  type ObjectAccess,
  type RecordTypeAccess,
  type Rights,
  systemRights,
} from './rights.js';
export { USER_PERMISSIONS, type UserPermission } from './user-permissions.js';
