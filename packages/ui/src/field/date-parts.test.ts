import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { datePartsOf, readDateParts } from './date-parts.js';

test('empty boxes are no answer, not an error', () => {
  expect(readDateParts({ day: '', month: ' ', year: '' })).toEqual({ kind: 'Empty' });
});

test('a missing part is named', () => {
  expect(readDateParts({ day: '4', month: '', year: '1998' })).toEqual({
    kind: 'Incomplete',
    missing: ['month'],
  });
});

test('a day that does not exist is refused, and the part that is wrong is named', () => {
  expect(readDateParts({ day: '31', month: '4', year: '1998' })).toEqual({
    kind: 'NotADate',
    wrong: ['day'],
  });
  expect(readDateParts({ day: '4', month: '13', year: '98' })).toEqual({
    kind: 'NotADate',
    wrong: ['month', 'year'],
  });
  expect(readDateParts({ day: 'x', month: '1', year: '1998' })).toEqual({ kind: 'NotADate', wrong: ['day'] });
  expect(readDateParts({ day: '29', month: '2', year: '2027' })).toEqual({
    kind: 'NotADate',
    wrong: ['day'],
  });
});

property.prop([fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })])(
  'every calendar day survives boxes and back',
  (date) => {
    const iso = date.toISOString().slice(0, 10);
    expect(readDateParts(datePartsOf(iso))).toEqual({ kind: 'Day', iso });
  },
);
