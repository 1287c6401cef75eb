import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import {
  choiceFilter,
  countActive,
  flagFilter,
  idFilter,
  listFilter,
  modeFilter,
  pageFilter,
  readFilters,
  textFilter,
  writeFilters,
} from './filter-spec.js';

const spec = {
  q: textFilter(),
  phase: choiceFilter(['exam', 'medical']),
  sort: modeFilter(['expiry', 'age'], 'expiry'),
  owner: idFilter(),
  unit: listFilter(),
  mine: flagFilter(),
  page: pageFilter(),
};
const read = (search: string) => readFilters(spec, new URLSearchParams(search));
const write = (search: string, change: Parameters<typeof writeFilters<typeof spec>>[2]) =>
  writeFilters(spec, new URLSearchParams(search), change).toString();

test('an empty address gives every initial value', () => {
  expect(read('')).toEqual({
    q: '',
    phase: null,
    sort: 'expiry',
    owner: null,
    unit: [],
    mine: false,
    page: 1,
  });
});

test('what the address may not say counts as not said', () => {
  expect(read('phase=drop&sort=x&page=-3&mine=yes')).toMatchObject({
    phase: null,
    sort: 'expiry',
    page: 1,
    mine: false,
  });
});

test('initial values stay out of the address', () => {
  expect(write('q=boots&phase=exam', { q: '', phase: null, sort: 'expiry' })).toBe('');
});

test('changing a filter goes back to the first page, turning the page keeps the filters', () => {
  expect(write('phase=exam&page=4', { q: 'boots' })).toBe('phase=exam&q=boots');
  expect(write('phase=exam&page=4', { page: 5 })).toBe('phase=exam&page=5');
});

test('parameters of other parts of the page are left alone', () => {
  expect(write('panel=8x&q=a', { q: 'b' })).toBe('panel=8x&q=b');
});

test('active filters are counted, positions are not', () => {
  expect(countActive(spec, new URLSearchParams('q=a&unit=1&unit=2&page=3&sort=expiry'))).toBe(2);
});

property.prop([
  fc.record({
    q: fc.string(),
    phase: fc.constantFrom('exam' as const, 'medical' as const, null),
    sort: fc.constantFrom('expiry' as const, 'age' as const),
    owner: fc.option(fc.string({ minLength: 1 })),
    unit: fc.uniqueArray(fc.string({ minLength: 1 })),
    mine: fc.boolean(),
    page: fc.integer({ min: 1, max: 9_999_999 }),
  }),
])('any values survive the address', (values) => {
  expect(read(write('', values))).toEqual(values);
});
