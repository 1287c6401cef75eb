import type { ObjectAccess } from './rights.js';

const READ: ObjectAccess = {
  read: true,
  create: false,
  edit: false,
  delete: false,
  viewAll: true,
  modifyAll: false,
};
const CHANGE: ObjectAccess = { ...READ, create: true, edit: true, modifyAll: true };
const MANAGE: ObjectAccess = { ...CHANGE, delete: true };

/** Who works here and what they may do: what people with a user permission reach without any object permission. */
const GRANTED: Readonly<Record<string, Readonly<Record<string, ObjectAccess>>>> = {
  RunReports: { Dashboard: READ, Folder: READ, Report: READ },
  ViewSetup: {
    Group: READ,
    GroupMember: READ,
    LoginHistory: READ,
    PermissionSet: READ,
    PermissionSetAssignment: READ,
    PermissionSetGroup: READ,
    PermissionSetGroupComponent: READ,
    Profile: READ,
    User: READ,
    UserLogin: READ,
    UserRole: READ,
  },
  ManageUsers: {
    Group: MANAGE,
    GroupMember: MANAGE,
    LoginHistory: READ,
    PermissionSet: READ,
    PermissionSetAssignment: MANAGE,
    PermissionSetGroup: READ,
    PermissionSetGroupComponent: READ,
    Profile: READ,
    User: CHANGE,
    UserLogin: { ...READ, edit: true, modifyAll: true },
    UserRole: READ,
  },
};

/** What user permissions alone grant on an object, fields included; undefined when they grant nothing on it. */
export function setupAccess(object: string, userPermissions: ReadonlySet<string>): ObjectAccess | undefined {
  const granted = Object.entries(GRANTED).flatMap(([permission, objects]) =>
    userPermissions.has(permission) ? (objects[object] ?? []) : [],
  );
  return granted.length === 0 ? undefined : granted.reduce(sumAccess);
}

/** What two grants allow together. */
export function sumAccess(first: ObjectAccess, second: ObjectAccess): ObjectAccess {
  return {
    read: first.read || second.read,
    create: first.create || second.create,
    edit: first.edit || second.edit,
    delete: first.delete || second.delete,
    viewAll: first.viewAll || second.viewAll,
    modifyAll: first.modifyAll || second.modifyAll,
  };
}
