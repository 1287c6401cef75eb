export { parseInstant } from './field-types/date-time.js';
export { isEmailAddress } from './field-types/email.js';
export type { FieldType, Parsed, ParseFailure, StorageType } from './field-types/field-type.js';
export { formatAutoNumber, isAutoNumberFormat } from './field-types/format-auto-number.js';
export { fieldType, isFieldTypeName } from './field-types/index.js';
export {
  type ChildRelationship,
  findChildRelationship,
  findField,
  findObject,
  findParentField,
  referencesTo,
} from './lookup.js';
export { type MetadataProblem, printProblem } from './metadata-problem.js';
export type {
  CriteriaItem,
  CriteriaSharingRule,
  CustomLabelDef,
  FieldDef,
  FieldPermission,
  FieldTypeName,
  ListViewDef,
  NotComputedField,
  ObjectDef,
  ObjectPermission,
  PermissionSetDef,
  PicklistValue,
  SharingModel,
  SharingSetDef,
  SharingSetMapping,
  Snapshot,
  TranslationDef,
} from './model.js';
export { columnName, tableName, VERSION_COLUMN } from './physical.js';
export {
  type ParsedStandardObject,
  parseStandardObject,
  type StandardObject,
} from './standard-objects/parse-standard-object.js';
