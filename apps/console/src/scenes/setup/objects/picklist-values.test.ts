import { describe, expect, it } from 'vitest';
import { readEntries, valuesOfField, withLines, writeEntries } from './picklist-values.js';

const definition = {
  value: [
    { fullName: 'Red', default: 'true', label: 'Rojo' },
    { fullName: 'Old', default: 'false', isActive: 'false', color: '#ff0000' },
    { fullName: '50%25', default: 'false', label: '50 %' },
  ],
};

describe('the values of a picklist', () => {
  it('are read as people know them, and written as they were', () => {
    const entries = readEntries(definition, 'value');
    expect(
      entries.map(({ value, label, isActive, isDefault }) => [value, label, isActive, isDefault]),
    ).toEqual([
      ['Red', 'Rojo', true, true],
      ['Old', 'Old', false, false],
      ['50%', '50 %', true, false],
    ]);
    expect(writeEntries(entries)).toEqual([
      { fullName: 'Red', default: true, label: 'Rojo', isActive: null },
      { fullName: 'Old', default: false, label: 'Old', isActive: false, color: '#ff0000' },
      { fullName: '50%25', default: false, label: '50 %', isActive: null },
    ]);
  });

  it('grow by a line each, without doubles', () => {
    const entries = withLines(readEntries(definition, 'value'), ' Blue \n\nred\nBlue\n10 % off');
    expect(entries.slice(3).map(({ value }) => value)).toEqual(['Blue', '10 % off']);
    expect(writeEntries(entries).at(-1)).toMatchObject({ fullName: '10 %25 off', label: '10 % off' });
  });

  it('may be those of a global value set', () => {
    const shared = new Map([['Colours', { customValue: [{ fullName: 'Green', default: 'false' }] }]]);
    expect(
      valuesOfField({ valueSet: { valueSetName: 'Colours' } }, shared).map(({ value }) => value),
    ).toEqual(['Green']);
    expect(valuesOfField({ valueSet: { valueSetDefinition: definition } }, shared)).toHaveLength(3);
  });
});
