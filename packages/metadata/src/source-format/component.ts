import type { DashboardDef, FolderDef, ReportDef } from '../filed-model.js';
import type {
  CriteriaSharingRule,
  CustomLabelDef,
  CustomPermissionDef,
  ListViewDef,
  LookupFilterDef,
  MaskDef,
  PicklistDef,
  PicklistValue,
  RecordTypeDef,
  RoleDef,
  SharingModel,
  SharingSetDef,
  TranslationDef,
} from '../model.js';
import type { ApplicationDef, CompactLayoutDef, LayoutDef, TabDef } from '../page-model.js';
import type { PermissionSetDef, PermissionSetGroupDef } from '../rights-model.js';

/** Where a component was declared. */
export interface ComponentSource {
  readonly file: string;
  readonly line: number;
}

/** A `CustomObject` file: a whole custom object, or what an org changes on a standard one. */
export interface CustomObjectSource {
  readonly name: string;
  readonly label?: string;
  readonly labelPlural?: string;
  readonly description?: string;
  readonly nameField?: {
    readonly label: string;
    readonly type: 'Text' | 'AutoNumber';
    readonly displayFormat?: string;
  };
  readonly sharingModel?: SharingModel;
  readonly externalSharingModel?: SharingModel;
  readonly customSettingsType?: 'List' | 'Hierarchy';
  readonly tracksHistory?: boolean;
  readonly compactLayout?: string;
}

/** A `RecordType`, with picklists under their names as written. */
export interface RecordTypeSource extends Omit<RecordTypeDef, 'id'> {
  readonly object: string;
}

/** A `CustomMetadata` record with its values as text. */
export interface CustomMetadataSource {
  /** API name of the type. */
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, string | undefined>;
}

export type ValueSet = PicklistDef;

/** A roll-up of the values, or of the number, of a master's details. */
export interface SummarySource {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** `Detail__c.Master__c`. */
  readonly foreignKey: string;
  /** `Detail__c.Amount__c`; absent when details are counted. */
  readonly summarized?: string;
}

/** The field a dependent picklist depends on, and for its values those of that field they may be picked under. */
export interface PicklistDependency {
  readonly controllingField: string;
  readonly validFor: ReadonlyMap<string, readonly string[]>;
}

/** A `CustomField` as it is written: a whole custom field, or what an org changes on a standard one. */
export interface CustomFieldSource {
  readonly object: string;
  readonly name: string;
  readonly label?: string;
  readonly type?: string;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly caseSensitive?: boolean;
  readonly formula?: string;
  readonly treatsBlanksAsZero?: boolean;
  readonly summary?: SummarySource;
  readonly mask?: MaskDef;
  readonly displayLocationInDecimal?: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName?: string;
  readonly deleteConstraint?: 'SetNull' | 'Cascade' | 'Restrict';
  readonly writeRequiresMasterRead?: boolean;
  readonly reparentable?: boolean;
  /** 0 for the master that owns the record, 1 for the second one. */
  readonly relationshipOrder?: number;
  readonly trackHistory?: boolean;
  readonly lookupFilter?: LookupFilterDef;
  readonly valueSet?: ValueSet;
  /** A global value set that holds the values instead, and what the field adds to it. */
  readonly valueSetName?: string;
  readonly valueSetRestricted?: boolean;
  readonly dependency?: PicklistDependency;
  readonly defaultValue?: string;
  readonly displayFormat?: string;
  readonly help?: string;
  readonly description?: string;
}

/** Values shared by several fields: `GlobalValueSet`, or the `StandardValueSet` of a standard field. */
export interface NamedValueSet {
  readonly name: string;
  readonly standard: boolean;
  readonly values: readonly PicklistValue[];
}

/** An index an administrator asks for on one field. */
export interface CustomIndexSource {
  readonly object: string;
  readonly field: string;
  /** Whether records without a value are in it. */
  readonly includesEmpty: boolean;
}

/** One thing a metadata file declares. Names are as written; whether they exist is checked with the whole org at hand. */
export type Component = { readonly source: ComponentSource } & (
  | { readonly kind: 'CustomObject'; readonly object: CustomObjectSource }
  | { readonly kind: 'CustomField'; readonly field: CustomFieldSource }
  | { readonly kind: 'RecordType'; readonly recordType: RecordTypeSource }
  | { readonly kind: 'CustomMetadata'; readonly record: CustomMetadataSource }
  | { readonly kind: 'Layout'; readonly layout: LayoutDef }
  | { readonly kind: 'CompactLayout'; readonly compactLayout: CompactLayoutDef }
  | { readonly kind: 'Tab'; readonly tab: TabDef }
  | { readonly kind: 'Application'; readonly application: ApplicationDef }
  | { readonly kind: 'Folder'; readonly folder: FolderDef }
  | { readonly kind: 'Report'; readonly report: ReportDef }
  | { readonly kind: 'Dashboard'; readonly dashboard: DashboardDef }
  | { readonly kind: 'ValueSet'; readonly valueSet: NamedValueSet }
  | { readonly kind: 'ListView'; readonly listView: ListViewDef }
  | { readonly kind: 'CustomIndex'; readonly index: CustomIndexSource }
  | { readonly kind: 'PermissionSet'; readonly permissionSet: PermissionSetDef }
  | { readonly kind: 'PermissionSetGroup'; readonly group: PermissionSetGroupDef }
  | { readonly kind: 'MutingPermissionSet'; readonly permissionSet: PermissionSetDef }
  | { readonly kind: 'Profile'; readonly profile: PermissionSetDef }
  | { readonly kind: 'CriteriaSharingRule'; readonly rule: CriteriaSharingRule }
  | { readonly kind: 'SharingSet'; readonly sharingSet: SharingSetDef }
  | { readonly kind: 'Translation'; readonly translation: TranslationDef }
  | { readonly kind: 'CustomLabel'; readonly label: CustomLabelDef }
  | { readonly kind: 'CustomPermission'; readonly permission: CustomPermissionDef }
  | { readonly kind: 'Role'; readonly role: RoleDef }
);
