import { describe, expect, it } from 'vitest';
import { fieldTypeNames, fieldTypeOf, fieldTypes, withType } from './field-types.js';

describe('the type of a field', () => {
  it('brings what has to be set for it', () => {
    expect(withType({ label: 'Oil' }, 'Text')).toEqual({ label: 'Oil', type: 'Text', length: 80 });
    expect(withType({ label: 'Oil' }, 'Formula')).toMatchObject({ type: 'Text', formula: '' });
  });

  it('takes away what another type had, and keeps what both have', () => {
    const number = {
      label: 'Oil',
      description: 'Why',
      type: 'Number',
      precision: '9',
      scale: '2',
      unique: 'true',
    };
    expect(withType(number, 'Currency')).toEqual({
      label: 'Oil',
      description: 'Why',
      type: 'Currency',
      precision: '9',
      scale: '2',
      unique: null,
    });
    expect(withType(number, 'Checkbox')).toMatchObject({ precision: null, scale: null, defaultValue: false });
  });

  it('is found again in what is kept', () => {
    for (const name of fieldTypeNames) expect(fieldTypeOf(withType({}, name))).toBe(name);
    expect(fieldTypeOf({ type: 'Number', formula: '1 + 1' })).toBe('Formula');
    expect(fieldTypeOf({ type: 'ExternalLookup' })).toBeUndefined();
  });

  it('has no setting twice', () => {
    for (const { settings } of Object.values(fieldTypes))
      expect(new Set(settings).size).toBe(settings.length);
  });
});
