import { expect, it } from 'vitest';
import { listColumns, logicFault, withFullFilters } from './list-view.js';

it.each([
  ['', 0, undefined],
  ['1 AND (2 OR 3)', 3, undefined],
  ['1 and not 2', 2, undefined],
  ['1 XOR 2', 2, 'words'],
  ['(1 AND 2', 2, 'words'],
  ['1 AND 3', 2, 'numbers'],
  ['1', 2, 'missing'],
])('finds in the logic %j of %i filters: %s', (logic, filters, fault) => {
  expect(logicFault(logic, filters)).toBe(fault);
});

it('names columns as list views of custom objects do, and leaves out what no list shows', () => {
  const field = (name: string, type: string, custom = false) => ({ name, label: name, type, custom });
  const fields = [
    field('Id', 'id'),
    field('Name', 'string'),
    field('CreatedDate', 'datetime'),
    field('A__c', 'string', true),
  ];
  const added = [{ name: 'A__c', label: 'A' }];
  const valuesOf = (object: string) =>
    listColumns(object, fields as unknown as Parameters<typeof listColumns>[1], added).map(
      ({ value }) => value,
    );
  expect(valuesOf('Boat__c')).toEqual(['A__c', 'CREATED_DATE', 'NAME']);
});

it('sends no filter without a field', () => {
  const filter = { field: 'A__c', operation: 'equals', value: '1' };
  expect(withFullFilters({ filters: [filter, { field: '', operation: 'equals' }] })).toEqual({
    filters: [filter],
  });
  expect(withFullFilters({ filters: [] })).toEqual({ filters: null });
});
