import { expect, it } from 'vitest';
import { offerOf, withOffer } from './record-type.js';

const colour = {
  name: 'Colour__c',
  label: 'Colour',
  values: [
    { value: 'Red', label: 'Red' },
    { value: '50%', label: 'Half' },
    { value: 'Blue', label: 'Blue' },
  ],
};

it('offers everything of a picklist it says nothing about', () => {
  expect(offerOf({}, colour)).toEqual({ values: ['Red', '50%', 'Blue'], default: undefined });
});

it('offers what it says, and keeps what it says of others', () => {
  const other = { picklist: 'Size__c', values: [{ fullName: 'Big', default: 'true' }] };
  const changed = withOffer({ label: 'Sea', picklistValues: [other] }, colour, {
    values: ['Blue', '50%'],
    default: 'Blue',
  });
  expect(changed).toEqual({
    label: 'Sea',
    picklistValues: [
      other,
      {
        picklist: 'Colour__c',
        values: [
          { fullName: '50%25', default: false },
          { fullName: 'Blue', default: true },
        ],
      },
    ],
  });
  expect(offerOf(changed, colour)).toEqual({ values: ['50%', 'Blue'], default: 'Blue' });
});
