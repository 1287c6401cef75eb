import { describe, expect, it } from 'vitest';
import type { Elements } from '../../../data/setup-metadata.js';
import { newFieldComponents, withFieldOnLayout } from './field-change.js';
import { blankObject, newObjectComponents } from './new-object.js';

const field = {
  fullName: 'Boat__c.Colour__c',
  metadata: { label: 'Colour', type: 'Text', length: 20, description: '' },
};
const item = (name: string) => ({ behavior: 'Edit', field: name });
const layoutOf = (...columns: readonly (readonly Elements[])[]) => ({
  layoutSections: [{ label: 'Information', layoutColumns: columns.map((layoutItems) => ({ layoutItems })) }],
  relatedLists: [{ relatedList: 'RelatedNoteList' }],
});

describe('a new field', () => {
  it('brings rights to a profile by themselves, and to a permission set with all it has', () => {
    const other = { field: 'Boat__c.Length__c', readable: 'true', editable: 'false' };
    const components = newFieldComponents(
      field,
      [
        { type: 'Profile', fullName: 'Admin', metadata: { custom: 'false' }, access: 'edit' },
        {
          type: 'PermissionSet',
          fullName: 'Crew',
          metadata: { label: 'Crew', fieldPermissions: [other] },
          access: 'read',
        },
        { type: 'Profile', fullName: 'Guest', metadata: {}, access: 'none' },
      ],
      [],
    );
    expect(components).toEqual([
      {
        type: 'CustomField',
        fullName: 'Boat__c.Colour__c',
        metadata: { label: 'Colour', type: 'Text', length: 20, description: null },
      },
      {
        type: 'Profile',
        fullName: 'Admin',
        metadata: { fieldPermissions: [{ field: 'Boat__c.Colour__c', readable: true, editable: true }] },
      },
      {
        type: 'PermissionSet',
        fullName: 'Crew',
        metadata: {
          label: 'Crew',
          fieldPermissions: [other, { field: 'Boat__c.Colour__c', readable: true, editable: false }],
        },
      },
    ]);
  });

  it('goes to the shorter column of the first section, and the rest of the layout stays', () => {
    expect(withFieldOnLayout(layoutOf([item('Name')], []), 'Colour__c')).toEqual(
      layoutOf([item('Name')], [item('Colour__c')]),
    );
    expect(withFieldOnLayout(layoutOf([item('Name')], [item('OwnerId')]), 'Colour__c')).toEqual(
      layoutOf([item('Name'), item('Colour__c')], [item('OwnerId')]),
    );
    const there = layoutOf([item('Colour__c')]);
    expect(withFieldOnLayout(there, 'Colour__c')).toBe(there);
    expect(withFieldOnLayout({}, 'Colour__c')).toMatchObject({
      layoutSections: [{ layoutColumns: [{ layoutItems: [item('Colour__c')] }] }],
    });
  });
});

it('a new object comes with a list, a layout, a tab when it is to have one, and rights on them', () => {
  const given = {
    apiName: 'Boat',
    elements: { ...blankObject, label: 'Boat', pluralLabel: 'Boats' },
    hasTab: true,
    profile: 'Admin',
    allLabel: 'All',
    informationLabel: 'Information',
  };
  const names = (components: ReturnType<typeof newObjectComponents>) =>
    components.map(({ type, fullName }) => `${type} ${fullName}`);
  expect(names(newObjectComponents(given))).toEqual([
    'CustomObject Boat__c',
    'ListView Boat__c.All',
    'Layout Boat__c-Boat Layout',
    'CustomTab Boat__c',
    'Profile Admin',
  ]);
  expect(names(newObjectComponents({ ...given, hasTab: false }))).not.toContain('CustomTab Boat__c');
});
