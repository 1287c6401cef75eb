import type { FieldPermission, ObjectPermission, PermissionSetDef } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';

/** A `PermissionSet` or a `Profile`, which have the same rights. A right that is not written is not given. */
export function readPermissions(root: ElementReader, name: string): PermissionSetDef {
  return {
    name,
    label: root.text('label') ?? name,
    ...present({
      description: root.text('description'),
      userLicense: root.text('userLicense') ?? root.text('license'),
    }),
    objectPermissions: root.children('objectPermissions').flatMap(readObjectPermission),
    fieldPermissions: root.children('fieldPermissions').flatMap(readFieldPermission),
    userPermissions: root.children('userPermissions').flatMap(readEnabledName),
    customPermissions: root.children('customPermissions').flatMap(readEnabledName),
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

function readFieldPermission(reader: ElementReader): FieldPermission[] {
  const field = reader.required('field');
  const editable = reader.flag('editable') ?? false;
  const readable = reader.flag('readable') ?? false;
  return field === undefined ? [] : [{ field, readable: readable || editable, editable }];
}

function readEnabledName(reader: ElementReader): string[] {
  const name = reader.required('name');
  const isEnabled = reader.flag('enabled') ?? false;
  return name === undefined || !isEnabled ? [] : [name];
}
