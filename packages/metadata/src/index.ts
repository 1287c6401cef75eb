export type { DescribeContext, DescribeRights } from './describe/describe-context.js';
export { describeField } from './describe/describe-field.js';
export { describeGlobalEntry } from './describe/describe-global-entry.js';
export { describeObject } from './describe/describe-object.js';
export { parseInstant } from './field-types/date-time.js';
export { isEmailAddress } from './field-types/email.js';
export type { FieldType, Parsed, ParseFailure, StorageType } from './field-types/field-type.js';
export { formatAutoNumber } from './field-types/format-auto-number.js';
export { fieldType } from './field-types/index.js';
export {
  customLabel,
  fieldHelp,
  fieldLabel,
  objectLabel,
  objectLabelPlural,
  picklistLabel,
} from './labels.js';
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
  CustomPermissionDef,
  FieldDef,
  FieldPermission,
  FieldTypeName,
  ListViewDef,
  NotComputedField,
  ObjectDef,
  ObjectPermission,
  PermissionSetDef,
  PicklistValue,
  RoleDef,
  SharingModel,
  SharingSetDef,
  SharingSetMapping,
  Snapshot,
  TranslationDef,
} from './model.js';
export { columnName, tableName, VERSION_COLUMN } from './physical.js';
export { type BuiltSnapshot, buildSnapshot, type SnapshotInput } from './snapshot/build-snapshot.js';
export { assignKeyPrefix } from './snapshot/key-prefix.js';
export type { Component, ComponentSource } from './source-format/component.js';
export { type ParsedSource, parseSourceFiles, type SourceFile } from './source-format/parse-source-files.js';
export {
  type ParsedStandardObject,
  parseStandardObject,
  type StandardObject,
} from './standard-objects/parse-standard-object.js';
