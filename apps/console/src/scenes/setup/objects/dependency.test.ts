import { expect, it } from 'vitest';
import { readDependency, withCell, withDependency } from './dependency.js';

const field = {
  type: 'Picklist',
  valueSet: {
    controllingField: 'Kind__c',
    restricted: 'true',
    valueSettings: [
      { controllingFieldValue: ['Sea', 'Lake'], valueName: 'Blue' },
      { controllingFieldValue: ['Sea'], valueName: '50%25' },
    ],
  },
};

it('is read, changed cell by cell, and written', () => {
  const dependency = readDependency(field);
  expect(withDependency(field, dependency)).toEqual(field);
  const changed = withCell(withCell(dependency, '50%', 'Sea', false), 'Red', 'Lake', true);
  expect(withDependency(field, changed).valueSet).toMatchObject({
    valueSettings: [
      { controllingFieldValue: ['Sea', 'Lake'], valueName: 'Blue' },
      { controllingFieldValue: ['Lake'], valueName: 'Red' },
    ],
  });
});

it('goes when no field controls the picklist', () => {
  expect(withDependency(field, { controllingField: '', validFor: new Map() }).valueSet).toEqual({
    restricted: 'true',
    controllingField: null,
    valueSettings: null,
  });
});
