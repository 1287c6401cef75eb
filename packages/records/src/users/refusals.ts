import { MusterError } from '@muster/kernel';
import type { Power } from './powers.js';

const access = (message: string, fields: readonly string[] = []) =>
  new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', message, { fields });

/** Why a change of users, their sign-in or their permission sets is refused. */
export const refusals = {
  needsManageUsers: () => access('This needs the user permission Manage Users (ManageUsers)'),
  beyond: (power: Power) =>
    access(`The user permission ${power} is given and touched only by people who hold it themselves`),
  neverDeleted: () => access('Users are never deleted: deactivate the user instead'),
  keptBySystem: (object: string) => access(`${object} records are kept by the system`),
  ownDeactivation: () => access('You cannot deactivate your own user', ['IsActive']),
  ownFreeze: () => access('You cannot freeze your own user', ['IsFrozen']),
  ownRights: (field: string) =>
    access('You cannot take the user permission ManageUsers from yourself', [field]),
  lastAdministrator: (field: string) =>
    access('Nobody would be left who can manage users: give somebody else ManageUsers first', [field]),
} as const;
