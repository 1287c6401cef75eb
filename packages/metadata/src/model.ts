/**
 * Objects, fields and the rest of an org's metadata as plain, immutable data. Names and meanings are those of the
 * Metadata API Developer Guide; what the Metadata API cannot say about standard objects (key prefix, whether a
 * field is documented) comes from `standard-objects/*.json`.
 */

import type { FiledMetadata } from './filed-model.js';
import type { FilterLogic } from './filter-logic.js';
import type { PageMetadata } from './page-model.js';
import type { PermissionSetDef, PermissionSetGroupDef } from './rights-model.js';

/**
 * The metadata API's field types whose values are one column; `Id` for the record id itself, `File` for contents,
 * `Latitude` and `Longitude` for the two halves of a place.
 */
export type FieldTypeName =
  | 'Id'
  | 'Text'
  | 'TextArea'
  | 'LongTextArea'
  | 'Html'
  | 'Number'
  | 'Currency'
  | 'Percent'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Checkbox'
  | 'Picklist'
  | 'MultiselectPicklist'
  | 'Lookup'
  | 'MasterDetail'
  | 'Email'
  | 'Phone'
  | 'Url'
  | 'AutoNumber'
  | 'EncryptedText'
  | 'Hierarchy'
  | 'MetadataRelationship'
  | 'Latitude'
  | 'Longitude'
  | 'File';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Of a status: a record that has it is closed. Files say it of the values of `CaseStatus`. */
  readonly isClosed?: boolean;
  /** Of a lead's status: a lead that is converted gets it. Files say it of the values of `LeadStatus`. */
  readonly isConverted?: boolean;
  /** Of a dependent picklist: the values of the controlling field under which this one may be picked. */
  readonly validFor?: readonly string[];
}

export interface PicklistDef {
  readonly restricted: boolean;
  readonly values: readonly PicklistValue[];
  /** The picklist or checkbox on the same object that decides which values may be picked. */
  readonly controllingField?: string;
}

/** What readers without the right to view encrypted data see of a value. */
export interface MaskDef {
  readonly type: 'all' | 'lastFour' | 'creditCard' | 'ssn' | 'nino' | 'sin';
  readonly character: '*' | 'X';
}

/** Which records a lookup may point at, as far as describe tells of it. */
export interface LookupFilterDef {
  /** Fields of the same record that decide it. */
  readonly controllingFields: readonly string[];
  /** Whether a person may pass over it. */
  readonly isOptional: boolean;
}

export interface FieldDef {
  /** API name: `LastName`, `Stage__c`. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldTypeName;
  readonly custom: boolean;
  /** Characters (UTF-16 code units) for text types. */
  readonly length?: number;
  /** Digits in all, and after the point, for Number, Currency and Percent. */
  readonly precision?: number;
  readonly scale?: number;
  readonly required: boolean;
  readonly unique: boolean;
  /** Whether values that differ only in case are different ones. */
  readonly caseSensitive?: true;
  readonly externalId: boolean;
  /** Whether metadata asks for an index: of records that have a value, or of all. Unique fields and lookups have one anyway. */
  readonly indexed?: 'filled' | 'all';
  /** Whether an upsert may name a record by this field although it is no external id: `Email`, `Username`. */
  readonly idLookup?: boolean;
  /** False for fields only the system writes: ids, audit fields, projections. */
  readonly createable: boolean;
  readonly updateable: boolean;
  /** Object names a Lookup or MasterDetail points at; more than one makes it polymorphic. */
  readonly referenceTo?: readonly string[];
  /** Parent path segment in SOQL: `Owner`, `Account`, `Posting__r`. */
  readonly relationshipName?: string;
  /** Name of the child list on each parent: `Contacts`, `Steps__r`. */
  readonly childRelationshipName?: string;
  readonly deleteConstraint?: 'SetNull' | 'Cascade' | 'Restrict';
  readonly lookupFilter?: LookupFilterDef;
  /** Whether whoever may read a master may add and change its details; else it takes the right to change the master. */
  readonly writeRequiresMasterRead?: true;
  /** Of masters: 0 for the one that owns the record, 1 for a second one. */
  readonly relationshipOrder?: 0 | 1;
  /** Whether changes of the value are kept in the history of the record. */
  readonly trackHistory?: true;
  readonly picklist?: PicklistDef;
  /** Of encrypted text. */
  readonly mask?: MaskDef;
  /** A formula, as in the metadata file. */
  readonly defaultValue?: string;
  /** `APP-{000000}` for AutoNumber. */
  readonly displayFormat?: string;
  /** The whole this field is a part of: `Name` for `LastName`, `MailingAddress` for `MailingCity`. */
  readonly compoundFieldName?: string;
  readonly help?: string;
  readonly description?: string;
  /** Whether the field is in Salesforce's published reference or assumed by us; absent for custom fields. */
  readonly evidence?: 'documented' | 'assumed';
}

/** A field that a metadata file declares and whose values are not computed or stored: formulas, roll-ups, … */
export interface NotComputedField {
  readonly name: string;
  readonly label: string;
  /** The kind as an administrator knows it: `Formula (Number)`, `Summary`, `ExternalLookup`. */
  readonly kind: string;
  /** What describe says of it, as if its values were there; absent where the type itself is not known here. */
  readonly described?: FieldDef;
  /** The formula as written. */
  readonly formula?: string;
  readonly treatsBlanksAsZero?: boolean;
  /** Of a roll-up: the lookup of its details, `Detail__c.Master__c`, and what is added up of them. */
  readonly summary?: { readonly foreignKey: string; readonly summarized?: string };
}

/** One value made of several fields, which are written one by one and read together as a JSON object. */
export interface CompoundField {
  /** `MailingAddress`, `Site__c`. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'Address' | 'Location';
  readonly custom: boolean;
  /** In the order of the JSON object: `{ key: 'city', field: 'MailingCity' }`. */
  readonly parts: readonly { readonly key: string; readonly field: string }[];
  /** Whether a place is shown in decimal degrees, not in degrees, minutes and seconds. */
  readonly displayLocationInDecimal?: boolean;
  readonly help?: string;
  readonly description?: string;
  readonly evidence?: 'documented' | 'assumed';
}

/** `recordTypes/`: a kind of record of one object, with the values its lists offer. */
export interface RecordTypeDef {
  /** Of the RecordType record; the same in every org that declares it. */
  readonly id: string;
  /** Developer name: `Family_Member`. */
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly active: boolean;
  readonly businessProcess?: string;
  readonly compactLayout?: string;
  /** By lower-case field name; a field that is not named offers all its values. */
  readonly picklists: ReadonlyMap<string, RecordTypeValues>;
}

export interface RecordTypeValues {
  readonly values: readonly string[];
  readonly default?: string;
}

/** A record of a custom metadata type, which only files make: `customMetadata/Type.Name.md-meta.xml`. */
export interface CustomMetadataDef {
  readonly id: string;
  /** API name of the type, `Site_URLs__mdt`. */
  readonly object: string;
  /** Developer name. */
  readonly name: string;
  readonly label: string;
  /** What PostgreSQL stores, by field name. */
  readonly values: ReadonlyMap<string, string | null>;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface ObjectDef {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Three characters that every id of the object begins with. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  /** What its records are, where they are no ordinary ones: declared by files, settings of the org, kept by saves. */
  readonly kind?: 'customMetadata' | 'listSetting' | 'hierarchySetting' | 'history';
  /** Of a history: the object whose tracked fields it is about. */
  readonly historyOf?: string;
  /** In declaration order; `Id` first. */
  readonly fields: readonly FieldDef[];
  /** Declared fields that have no values here. Asking for one is answered in those words, never with null. */
  readonly notComputed?: readonly NotComputedField[];
  /** Wholes whose parts are among the fields; they have no column of their own. */
  readonly compounds?: readonly CompoundField[];
  readonly recordTypes?: readonly RecordTypeDef[];
  /** Name of the compact layout its records have, unless their record type names another. */
  readonly compactLayout?: string;
  /** Whether changes of tracked fields are kept. */
  readonly tracksHistory?: true;
  readonly description?: string;
  /** The field shown for a record: `Name`, `CaseNumber`, `Title`; `Id` when it has none. */
  readonly nameField: string;
  readonly sharingModel: SharingModel;
  readonly externalSharingModel: SharingModel;
  /** Where the object's published reference is, for standard objects. */
  readonly source?: string;
}

export interface CriteriaItem {
  readonly field: string;
  /** Metadata API filter operations: equals, notEqual, lessThan, … */
  readonly operation: string;
  /** A literal, or `$User.ContactId`-style reference resolved at query time. */
  readonly value: string;
}

/**
 * `sharingRules/X.sharingRules-meta.xml`: records that meet all criteria are readable by a whole audience.
 * `sharingGuestRules` publish to strangers; `sharingCriteriaRules` shared to `allCustomerPortalUsers` publish to
 * signed-in portal users, shared to `allPartnerUsers` to those of them with a partner licence, shared to
 * `allInternalUsers` to staff.
 */
export interface CriteriaSharingRule {
  readonly name: string;
  readonly object: string;
  readonly sharedTo: 'guest' | 'portal' | 'partner' | 'internal';
  readonly criteria: readonly CriteriaItem[];
}

/** `sharingSets/X.sharingSet-meta.xml`: portal users reach records along a path from their own Contact or Account. */
export interface SharingSetMapping {
  readonly object: string;
  readonly accessLevel: 'Read' | 'Edit';
  /** Field on the record, `Contact__c`, or a one-step path, `Case.ContactId`. */
  readonly objectField: string;
  /** `ContactId` or `AccountId` of the user. */
  readonly userField: 'ContactId' | 'AccountId';
}

export interface SharingSetDef {
  readonly name: string;
  readonly profiles: readonly string[];
  readonly mappings: readonly SharingSetMapping[];
}

export interface ListViewDef {
  readonly name: string;
  readonly object: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly CriteriaItem[];
  /** How the filters go together; absent where all must hold. */
  readonly logic?: FilterLogic;
  readonly filterScope: ListViewScope;
  /** Developer name of the queue whose records it shows, where the scope is `Queue`. */
  readonly queue?: string;
}

/** Scopes of list views (Metadata API Developer Guide, "ListView"); some count on what is not here, such as territories. */
export const LIST_VIEW_SCOPES = [
  'Everything',
  'Mine',
  'MineAndMyGroups',
  'Queue',
  'Delegated',
  'MyTerritory',
  'MyTeamTerritory',
  'Team',
  'AssignedToMe',
  'SalesTeam',
  'ScopingRule',
] as const;

export type ListViewScope = (typeof LIST_VIEW_SCOPES)[number];

/** `objectTranslations/` and `translations/`: label texts by language. */
export interface TranslationDef {
  readonly language: string;
  /**
   * Keys in lower case: `object`, `object.plural`, `object.field`, `object.field.value`, `$help.object.field`,
   * `$label.name`.
   */
  readonly labels: ReadonlyMap<string, string>;
}

/** `customPermissions/`: a right an operation asks for by name. */
export interface CustomPermissionDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

/** `roles/`: a place in the hierarchy; its members see what those below them own. */
export interface RoleDef {
  readonly name: string;
  readonly label: string;
  readonly parentRole?: string;
  readonly description?: string;
}

export interface CustomLabelDef {
  readonly name: string;
  readonly language: string;
  readonly value: string;
}

/**
 * One org's metadata at one moment. Compilers take it as an argument and never wait for anything.
 * Keys of all maps are lower-case API names, since names compare without case.
 */
export interface Snapshot {
  readonly version: number;
  readonly objects: ReadonlyMap<string, ObjectDef>;
  readonly objectsByPrefix: ReadonlyMap<string, ObjectDef>;
  readonly permissionSets: ReadonlyMap<string, PermissionSetDef>;
  readonly permissionSetGroups?: readonly PermissionSetGroupDef[];
  /** Profiles have the shape of a permission set; a user has exactly one. */
  readonly profiles: ReadonlyMap<string, PermissionSetDef>;
  readonly sharingRules: readonly CriteriaSharingRule[];
  readonly sharingSets: readonly SharingSetDef[];
  readonly listViews: readonly ListViewDef[];
  readonly translations: ReadonlyMap<string, TranslationDef>;
  /** Texts of the org, `labels/CustomLabels.labels-meta.xml`. */
  readonly customLabels?: ReadonlyMap<string, CustomLabelDef>;
  readonly customPermissions?: ReadonlyMap<string, CustomPermissionDef>;
  readonly roles?: readonly RoleDef[];
  readonly customMetadata?: readonly CustomMetadataDef[];
  readonly pages?: PageMetadata;
  readonly filed?: FiledMetadata;
}
