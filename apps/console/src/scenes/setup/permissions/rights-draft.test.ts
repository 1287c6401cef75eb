import { expect, it } from 'vitest';
import {
  hasFieldRight,
  hasObjectRight,
  isGiven,
  objectRights,
  type Rights,
  setFieldRight,
  setGiven,
  setObjectRight,
} from './rights-draft.js';

const none: Rights = { label: 'Desk' };
const given = (rights: Rights) => objectRights.filter((right) => hasObjectRight(rights, 'Case', right));

it('gives with a right on an object what it needs', () => {
  expect(given(setObjectRight(none, 'Case', 'allowDelete', true))).toEqual([
    'allowRead',
    'allowEdit',
    'allowDelete',
  ]);
  expect(given(setObjectRight(none, 'Case', 'modifyAllRecords', true))).toEqual([
    'allowRead',
    'allowEdit',
    'allowDelete',
    'viewAllRecords',
    'modifyAllRecords',
  ]);
});

it('takes with a right what hangs on it, and says so in the file', () => {
  const all = setObjectRight(none, 'Case', 'modifyAllRecords', true);
  expect(given(setObjectRight(all, 'case', 'allowEdit', false))).toEqual(['allowRead', 'viewAllRecords']);
  const nothing = setObjectRight(all, 'Case', 'allowRead', false);
  expect(given(nothing)).toEqual([]);
  expect(nothing.objectPermissions).toHaveLength(1);
});

it('reads what may be edited, and edits nothing that may not be read', () => {
  const edit = setFieldRight(none, 'Case.Subject', 'editable', true);
  expect(hasFieldRight(edit, 'Case.Subject', 'readable')).toBe(true);
  const blind = setFieldRight(edit, 'Case.Subject', 'readable', false);
  expect(hasFieldRight(blind, 'Case.Subject', 'editable')).toBe(false);
  const readOnly = setFieldRight(edit, 'Case.Subject', 'editable', false);
  expect(hasFieldRight(readOnly, 'Case.Subject', 'readable')).toBe(true);
});

it('switches permissions, record types and tabs in the words of each file', () => {
  const set = setGiven(none, 'PermissionSet', 'userPermissions', 'ManageUsers', true);
  expect(set.userPermissions).toEqual([{ name: 'ManageUsers', enabled: 'true' }]);
  expect(isGiven(set, 'PermissionSet', 'userPermissions', 'manageusers')).toBe(true);
  const tab = setGiven(none, 'Profile', 'tabs', 'standard-Case', true);
  expect(tab.tabVisibilities).toEqual([{ tab: 'standard-Case', visibility: 'DefaultOn' }]);
  expect(
    isGiven(setGiven(tab, 'Profile', 'tabs', 'standard-Case', false), 'Profile', 'tabs', 'standard-Case'),
  ).toBe(false);
});
