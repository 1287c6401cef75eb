import type {
  FieldPermission,
  LayoutAssignment,
  ObjectPermission,
  PermissionSetDef,
  PermissionSetGroupDef,
  RecordTypeVisibility,
  TabVisibility,
} from '../rights-model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `PermissionSetGroup`; its sum is reckoned anew with every snapshot. */
export function readPermissionSetGroup(root: ElementReader, name: string): PermissionSetGroupDef {
  for (const unused of ['status', 'hasActivationRequired']) root.text(unused);
  return {
    name,
    label: root.text('label') ?? name,
    ...present({ description: root.text('description') }),
    permissionSets: root.texts('permissionSets'),
    muting: root.texts('mutingPermissionSets'),
  };
}

/**
 * A `PermissionSet` or a `Profile`, which have the same rights. A right that is not written is not given, and one to
 * edit a field is one to read it; a `MutingPermissionSet` takes away what it names and no more.
 */
export function readPermissions(root: ElementReader, name: string, mutes = false): PermissionSetDef {
  return {
    name,
    label: root.text('label') ?? name,
    ...present({
      description: root.text('description'),
      userLicense: root.text('userLicense') ?? root.text('license'),
    }),
    objectPermissions: [
      ...root.children('objectPermissions').flatMap(readObjectPermission),
      ...['customMetadataTypeAccesses', 'customSettingAccesses'].flatMap((element) =>
        root.children(element).flatMap(readEnabledName).map(readOnlyPermission),
      ),
    ],
    fieldPermissions: root.children('fieldPermissions').flatMap((right) => readFieldPermission(right, mutes)),
    userPermissions: root.children('userPermissions').flatMap(readEnabledName),
    customPermissions: root.children('customPermissions').flatMap(readEnabledName),
    recordTypes: root.children('recordTypeVisibilities').flatMap(readRecordTypeVisibility),
    layouts: root.children('layoutAssignments').flatMap(readLayoutAssignment),
    tabs: ['tabVisibilities', 'tabSettings'].flatMap((element) => root.children(element).flatMap(readTab)),
  };
}

function readObjectPermission(reader: ElementReader): ObjectPermission[] {
  const object = reader.required('object');
  const permission = {
    allowRead: reader.flag('allowRead') ?? false,
    allowCreate: reader.flag('allowCreate') ?? false,
    allowEdit: reader.flag('allowEdit') ?? false,
    allowDelete: reader.flag('allowDelete') ?? false,
    viewAllRecords: reader.flag('viewAllRecords') ?? false,
    modifyAllRecords: reader.flag('modifyAllRecords') ?? false,
  };
  return object === undefined ? [] : [{ object, ...permission }];
}

function readFieldPermission(reader: ElementReader, mutes: boolean): FieldPermission[] {
  const field = reader.required('field');
  const editable = reader.flag('editable') ?? false;
  const readable = reader.flag('readable') ?? false;
  return field === undefined ? [] : [{ field, readable: readable || (editable && !mutes), editable }];
}

function readEnabledName(reader: ElementReader): string[] {
  const name = reader.required('name');
  const isEnabled = reader.flag('enabled') ?? false;
  return name === undefined || !isEnabled ? [] : [name];
}

/** Custom metadata and custom settings may only be seen or not. */
function readOnlyPermission(object: string): ObjectPermission {
  return {
    object,
    allowRead: true,
    allowCreate: false,
    allowEdit: false,
    allowDelete: false,
    viewAllRecords: false,
    modifyAllRecords: false,
  };
}

function readLayoutAssignment(reader: ElementReader): LayoutAssignment[] {
  const layout = reader.required('layout');
  return layout === undefined ? [] : [{ layout, ...present({ recordType: reader.text('recordType') }) }];
}

/** Profiles say `Hidden`, permission sets `None`, of a tab that is not there. */
function readTab(reader: ElementReader): TabVisibility[] {
  const tab = reader.required('tab');
  const visibility = reader.text('visibility');
  return tab === undefined ? [] : [{ tab, visible: visibility !== 'Hidden' && visibility !== 'None' }];
}

function readRecordTypeVisibility(reader: ElementReader): RecordTypeVisibility[] {
  const [object, recordType] = reader.required('recordType')?.split('.') ?? [];
  const visible = reader.flag('visible') ?? false;
  const isDefault = reader.flag('default') ?? false;
  reader.flag('personAccountDefault');
  return object === undefined || recordType === undefined ? [] : [{ object, recordType, visible, isDefault }];
}
