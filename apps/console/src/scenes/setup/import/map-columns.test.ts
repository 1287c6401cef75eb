import { describe, expect, it } from 'vitest';
import { applyColumns, checkMapping, columnsOf, proposeMapping } from './map-columns.js';
import type { TargetField } from './target-fields.js';

const target = (name: string, label: string, isRequired = false): TargetField => ({
  name,
  label,
  kind: 'other',
  isRequired,
});
const targets = [
  target('Name', 'Account Name', true),
  target('Phone', 'Phone'),
  target('Año__c', 'Año de alta'),
  target('ParentId', 'Parent Account'),
  target('Parent.Ext__c', 'Parent Account: Key'),
];

describe('a proposed mapping', () => {
  it('goes by API name and label, however they are spelled', () => {
    const header = ['ACCOUNT NAME', 'phone', 'ano de alta', 'Parent.Ext__c', 'Remarks'];
    expect([...proposeMapping(header, targets).values()]).toEqual([
      'Name',
      'Phone',
      'Año__c',
      'Parent.Ext__c',
      null,
    ]);
  });

  it('takes no field twice, and none for columns of our own files', () => {
    const header = ['Phone', 'PHONE', 'sf__Error'];
    expect([...proposeMapping(header, targets).values()]).toEqual(['Phone', null, null]);
  });
});

it('a mapping that was kept is laid over the columns there are', () => {
  const columns = [
    { column: 'Firma', field: 'Name' },
    { column: 'Alt', field: 'Gone__c' },
    { column: 'Nicht da', field: 'Phone' },
  ];
  const mapping = applyColumns(['Firma', 'Alt', 'Neu'], columns, targets);
  expect(columnsOf(mapping)).toEqual([{ column: 'Firma', field: 'Name' }]);
});

describe('a mapping that will not do', () => {
  const check = (
    fields: Record<string, string | null>,
    operation: 'insert' | 'update' | 'upsert',
    key = null,
  ) => checkMapping(new Map(Object.entries(fields)), targets, operation, key);

  it('lacks what a new record needs', () => {
    expect(check({ a: 'Phone' }, 'insert').missing.map(({ name }) => name)).toEqual(['Name']);
    expect(check({ a: 'Name' }, 'insert').missing).toEqual([]);
    expect(check({ a: 'Id' }, 'update').missing).toEqual([]);
  });

  it('lacks what finds records', () => {
    expect(check({ a: 'Phone' }, 'update').noKey).toBe('Id');
    expect(check({ a: 'Id', b: 'Phone' }, 'update').noKey).toBeUndefined();
    expect(check({ a: 'Name' }, 'insert').noKey).toBeUndefined();
    expect(checkMapping(new Map([['a', 'Name']]), targets, 'upsert', 'Ext__c').noKey).toBe('Ext__c');
  });

  it('has two columns for a field, or none for any', () => {
    expect(check({ a: 'Phone', b: 'Phone' }, 'update').doubled.map(({ name }) => name)).toEqual(['Phone']);
    expect(check({ a: null }, 'insert').isEmpty).toBe(true);
  });

  it('knows that a parent named by its key stands for the lookup', () => {
    const required = [target('ParentId', 'Parent Account', true), target('Parent.Ext__c', 'Key')];
    expect(checkMapping(new Map([['a', 'Parent.Ext__c']]), required, 'insert', null).missing).toEqual([]);
  });
});
