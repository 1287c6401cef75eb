export interface ObjectPermission {
  readonly object: string;
  readonly allowRead: boolean;
  readonly allowCreate: boolean;
  readonly allowEdit: boolean;
  readonly allowDelete: boolean;
  readonly viewAllRecords: boolean;
  readonly modifyAllRecords: boolean;
}

export interface FieldPermission {
  /** `Object.Field`. */
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

/** Whether whoever has the profile or permission set may use a record type of an object. */
export interface RecordTypeVisibility {
  readonly object: string;
  readonly recordType: string;
  readonly visible: boolean;
  /** Whether new records have it unless they say otherwise; profiles only. */
  readonly isDefault: boolean;
}

export interface PermissionSetDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** The user licence a profile or permission set is made for: `Customer Community`. */
  readonly userLicense?: string;
  readonly objectPermissions: readonly ObjectPermission[];
  readonly fieldPermissions: readonly FieldPermission[];
  /** `ApiEnabled`, `ViewSetup`, …; and custom permissions an operation can ask for. */
  readonly userPermissions: readonly string[];
  readonly customPermissions: readonly string[];
  readonly recordTypes?: readonly RecordTypeVisibility[];
  /** Of the sum of a permission set group: the group's name. */
  readonly group?: string;
  /** Which layout of an object its users see, in all or for records of one type; profiles only. */
  readonly layouts?: readonly LayoutAssignment[];
  /** Which tabs its users see. */
  readonly tabs?: readonly TabVisibility[];
}

/** `permissionsetgroups/`: permission sets that are given together, less what muting ones take away. */
export interface PermissionSetGroupDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly permissionSets: readonly string[];
  readonly muting: readonly string[];
  /** Name of the permission set that is their sum; absent before it is built. */
  readonly grants?: string;
}

export interface LayoutAssignment {
  /** `Account-Account Layout`. */
  readonly layout: string;
  /** `Account.Partner`; absent for records of no type, and for types that have no layout of their own. */
  readonly recordType?: string;
}

export interface TabVisibility {
  /** `Badge__c`, `standard-Account`. */
  readonly tab: string;
  readonly visible: boolean;
}
