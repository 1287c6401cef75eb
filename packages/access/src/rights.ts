import {
  type FieldDef,
  fieldType,
  findField,
  findObject,
  type ObjectDef,
  type PermissionSetDef,
  type Snapshot,
} from '@muster/metadata';
import type { Principal } from './principal.js';
import { setupAccess, sumAccess } from './setup-rights.js';

/** What a principal may do with an object's records, before it is asked which records. */
export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

export interface RecordTypeAccess {
  /** Whether records may be given it. */
  readonly available: boolean;
  /** Whether new records have it unless they say otherwise. */
  readonly isDefault: boolean;
}

/** Object, field, custom and user rights of one principal under one snapshot. */
export interface Rights {
  object(object: ObjectDef): ObjectAccess;
  field(object: ObjectDef, field: FieldDef): FieldAccess;
  /** On a record type of an object, by its developer name. */
  recordType(object: ObjectDef, name: string): RecordTypeAccess;
  can(customPermission: string): boolean;
  /** Rights the platform itself knows: `ApiEnabled`. */
  has(userPermission: string): boolean;
}

const NOTHING: ObjectAccess = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
};
const EVERYTHING: ObjectAccess = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true,
};
/** Whoever may use a record type may read what record types there are. */
const RECORD_TYPE = 'RecordType';
/** A right of its own: whoever may change all data still sees encrypted text masked. */
const VIEW_ENCRYPTED = 'ViewEncryptedData';
const NO_FIELD: FieldAccess = { read: false, edit: false };

/** Every record carries these; staff who may read the object see them. */
const SYSTEM_FIELDS = new Set([
  'id',
  'isdeleted',
  'createddate',
  'createdbyid',
  'lastmodifieddate',
  'lastmodifiedbyid',
  'systemmodstamp',
]);

/**
 * Adds up the rights of a profile and permission sets. What nothing grants is denied: for guests and portal users
 * every field but the id needs a grant; staff also see system fields, the name and required fields of objects
 * they may read, which no permission set in Salesforce can take away.
 */
export function compileRights(snapshot: Snapshot, principal: Principal): Rights {
  if (principal.kind === 'system') return systemRights();
  const granted = grantedSets(snapshot, principal);
  const isInternal = principal.kind === 'internal';
  const recordType = addRecordTypeAccess(granted);
  const user = new Set(granted.flatMap((set) => set.userPermissions));
  if (isInternal && granted.some((set) => set.userPermissions.includes('ModifyAllData'))) {
    const isDefault: Rights['recordType'] = (object, name) => ({
      ...recordType(object, name),
      available: true,
    });
    return {
      ...systemRights(),
      recordType: isDefault,
      has: (right) => right !== VIEW_ENCRYPTED || user.has(right),
    };
  }
  const viewAllData = isInternal && granted.some((set) => set.userPermissions.includes('ViewAllData'));
  const objects = addObjectAccess(snapshot, granted);
  const fields = addFieldAccess(granted);
  const custom = new Set(granted.flatMap((set) => set.customPermissions));

  const usesRecordTypes = granted.some((set) => set.recordTypes?.some(({ visible }) => visible));

  const setupOf = (object: ObjectDef) => (isInternal ? setupAccess(object.name, user) : undefined);
  const objectAccess = (object: ObjectDef): ObjectAccess => {
    if (object.historyOf !== undefined) return historyAccess(object.historyOf);
    const own = sumAccess(objects.get(object.name) ?? NOTHING, setupOf(object) ?? NOTHING);
    const access = usesRecordTypes && object.name === RECORD_TYPE ? { ...own, read: true } : own;
    return viewAllData ? { ...access, read: true, viewAll: true } : access;
  };
  const historyAccess = (name: string): ObjectAccess => {
    const parent = isInternal ? findObject(snapshot, name) : undefined;
    return { ...NOTHING, read: parent !== undefined && objectAccess(parent).read };
  };
  return {
    object: objectAccess,
    field(object, field) {
      const access = objectAccess(object);
      if (!access.read && !access.create) return NO_FIELD;
      const setup = setupOf(object);
      if (setup?.modifyAll) return { read: true, edit: true };
      const own = fields.get(`${object.name}.${field.name}`.toLowerCase()) ?? NO_FIELD;
      const alwaysVisible =
        field.name === 'Id' ||
        setup !== undefined ||
        (isInternal && isUniversal(object, field)) ||
        isSeenWhole(object);
      const canEdit = own.edit || (isInternal && field.required && (access.edit || access.create));
      return { read: own.read || own.edit || alwaysVisible || viewAllData, edit: canEdit };
    },
    recordType,
    can: (customPermission) => custom.has(customPermission),
    has: (userPermission) => user.has(userPermission),
  };
}

/** All rights on everything: system work, whose reason is named where it is asked for, and Modify All Data. */
export function systemRights(): Rights {
  return {
    object: () => EVERYTHING,
    field: () => ({ read: true, edit: true }),
    recordType: () => ({ available: true, isDefault: false }),
    can: () => true,
    has: () => true,
  };
}

function grantedSets(snapshot: Snapshot, principal: Principal): PermissionSetDef[] {
  const profile = snapshot.profiles.get(principal.profile.toLowerCase());
  const sets = principal.permissionSets.map((name) => snapshot.permissionSets.get(name.toLowerCase()));
  return [profile, ...sets].filter((set): set is PermissionSetDef => set !== undefined);
}

function addObjectAccess(
  snapshot: Snapshot,
  granted: readonly PermissionSetDef[],
): Map<string, ObjectAccess> {
  const sum = new Map<string, ObjectAccess>();
  for (const permission of granted.flatMap((set) => set.objectPermissions)) {
    const object = findObject(snapshot, permission.object);
    if (object === undefined) continue;
    const before = sum.get(object.name) ?? NOTHING;
    sum.set(object.name, {
      read: before.read || permission.allowRead,
      create: before.create || permission.allowCreate,
      edit: before.edit || permission.allowEdit,
      delete: before.delete || permission.allowDelete,
      viewAll: before.viewAll || permission.viewAllRecords || permission.modifyAllRecords,
      modifyAll: before.modifyAll || permission.modifyAllRecords,
    });
  }
  return sum;
}

function addFieldAccess(granted: readonly PermissionSetDef[]): Map<string, FieldAccess> {
  const sum = new Map<string, FieldAccess>();
  for (const permission of granted.flatMap((set) => set.fieldPermissions)) {
    const key = permission.field.toLowerCase();
    const before = sum.get(key) ?? NO_FIELD;
    sum.set(key, { read: before.read || permission.readable, edit: before.edit || permission.editable });
  }
  return sum;
}

const NO_RECORD_TYPE: RecordTypeAccess = { available: false, isDefault: false };

function addRecordTypeAccess(granted: readonly PermissionSetDef[]): Rights['recordType'] {
  const sum = new Map<string, RecordTypeAccess>();
  for (const { object, recordType, visible, isDefault } of granted.flatMap((set) => set.recordTypes ?? [])) {
    const key = `${object}.${recordType}`.toLowerCase();
    const before = sum.get(key) ?? NO_RECORD_TYPE;
    sum.set(key, { available: before.available || visible, isDefault: before.isDefault || isDefault });
  }
  return (object, name) => sum.get(`${object.name}.${name}`.toLowerCase()) ?? NO_RECORD_TYPE;
}

/** Custom metadata, settings and record types are seen whole or not at all: their fields have no rights of their own. */
function isSeenWhole(object: ObjectDef): boolean {
  return object.kind !== undefined || object.name === RECORD_TYPE;
}

function isUniversal(object: ObjectDef, field: FieldDef): boolean {
  return (
    SYSTEM_FIELDS.has(field.name.toLowerCase()) ||
    field === findField(object, object.nameField) ||
    field.required ||
    fieldType(field).reference === 'master' ||
    field.name === 'OwnerId'
  );
}
