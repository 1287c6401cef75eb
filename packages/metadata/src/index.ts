export { DECLARED_POD, declaredId } from './declared-id.js';
export { describeCompactLayout } from './describe/describe-compact-layout.js';
export type { DescribeContext, DescribeRights } from './describe/describe-context.js';
export { describeField } from './describe/describe-field.js';
export { describeGlobalEntry, MERGEABLE } from './describe/describe-global-entry.js';
export { describeLayout } from './describe/describe-layout.js';
export {
  describeCompactLayoutOf,
  describeCompactLayouts,
  describeLayoutOf,
  describeLayouts,
} from './describe/describe-layouts.js';
export { describeObject } from './describe/describe-object.js';
export { MASTER_RECORD_TYPE_ID } from './describe/describe-record-types.js';
export { type ReferencePath, referencePath } from './describe/reference-path.js';
export { parseInstant } from './field-types/date-time.js';
export { isEmailAddress } from './field-types/email.js';
export type { FieldType, Parsed, ParseFailure, StorageType } from './field-types/field-type.js';
export { formatAutoNumber } from './field-types/format-auto-number.js';
export { fieldType } from './field-types/index.js';
export { isPickableUnder } from './field-types/picklist.js';
export type { DashboardDef, FiledMetadata, FolderDef, ReportDef } from './filed-model.js';
export { allOf, type FilterLogic } from './filter-logic.js';
export { elementToJson, type MetadataObject, type MetadataValue } from './json/element-to-json.js';
export { type GivenComponent, readGivenComponents } from './json/read-given-components.js';
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
  findCompound,
  findField,
  findHistory,
  findNotComputed,
  findObject,
  findParentField,
  findRecordType,
  referencesTo,
} from './lookup.js';
export { type MetadataProblem, printProblem } from './metadata-problem.js';
export type {
  CompoundField,
  CriteriaItem,
  CriteriaSharingRule,
  CustomLabelDef,
  CustomMetadataDef,
  CustomPermissionDef,
  FieldDef,
  FieldTypeName,
  ListViewDef,
  ListViewScope,
  MaskDef,
  NotComputedField,
  ObjectDef,
  PicklistDef,
  PicklistValue,
  RecordTypeDef,
  RoleDef,
  SharingModel,
  SharingSetDef,
  SharingSetMapping,
  Snapshot,
  TranslationDef,
} from './model.js';
export { documentKey, type MetadataDocument, makeElement, ownName, parentName } from './package/document.js';
export {
  leaf,
  type Manifest,
  type ManifestMember,
  manifestChooser,
  printManifest,
  readManifestElement,
} from './package/manifest.js';
export { mergeOver, mergeThreeWays, type ThreeWayMerge } from './package/merge-elements.js';
export { mdapiPath, sourcePath } from './package/paths.js';
export { placeOfFile } from './package/place-of-file.js';
export { METADATA_NAMESPACE, printContents, printFile } from './package/print-element.js';
export type { PackageFile } from './package/read-file.js';
export {
  type Deletion,
  isManifest,
  type MetadataPackage,
  readPackage,
  type SkippedComponent,
} from './package/read-package.js';
export { asFileElement, splitFile } from './package/split-file.js';
export { type PackageFormat, type WrittenFile, wholeElement, writeFiles } from './package/write-files.js';
export type {
  ApplicationDef,
  CompactLayoutDef,
  LayoutDef,
  LayoutItem,
  LayoutSection,
  PageMetadata,
  RelatedListDef,
  TabDef,
} from './page-model.js';
export { layoutId, layoutsOf, madeLayout } from './pages/choose-layout.js';
export { hasPages, hasStandardTab } from './pages/has-pages.js';
export { listViewId, listViewsOf } from './pages/list-views-of.js';
export { type PageTexts, pageTexts } from './pages/page-texts.js';
export { columnName, tableName, VERSION_COLUMN } from './physical.js';
export { childTypes, findType, METADATA_TYPES } from './registry/find-type.js';
export { type MetadataEffect, metadataEffect } from './registry/metadata-effect.js';
export type { MetadataType } from './registry/metadata-type.js';
export type {
  FieldPermission,
  LayoutAssignment,
  ObjectPermission,
  PermissionSetDef,
  PermissionSetGroupDef,
  RecordTypeVisibility,
  TabVisibility,
} from './rights-model.js';
export { isSearchedText } from './searched-text.js';
export { type BuiltSnapshot, buildSnapshot, type SnapshotInput } from './snapshot/build-snapshot.js';
export { assignKeyPrefix } from './snapshot/key-prefix.js';
export type { Component, ComponentSource } from './source-format/component.js';
export {
  isActedOn,
  type ParsedSource,
  parseSourceElements,
  parseSourceFiles,
  type SourceElement,
  type SourceFile,
} from './source-format/parse-source-files.js';
export { parseXml, type XmlElement } from './source-format/xml-element.js';
export {
  type ParsedStandardObject,
  parseStandardObject,
  type StandardObject,
} from './standard-objects/parse-standard-object.js';
