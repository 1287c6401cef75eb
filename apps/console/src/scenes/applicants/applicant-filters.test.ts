import { expect, it } from 'vitest';
import { queryOf, readSort, viewOf, writeSort } from './applicant-filters.js';

it('asks only for what is set', () => {
  const none = { search: '', phase: null, posting: null, status: null, waitingOn: null, owner: null };
  expect(queryOf(none, null)).toEqual({});
  expect(queryOf({ ...none, search: 'nia', phase: 'exam' }, '-waiting')).toEqual({
    search: 'nia',
    phase: 'exam',
    sort: '-waiting',
  });
});

it('shows the latest application first when the address says nothing', () => {
  expect(readSort(null)).toEqual({ columnId: 'submitted', direction: 'descending' });
});

it.each(['waiting', '-waiting', 'name', '-name', '-submitted', null])('keeps the order %j', (sort) => {
  expect(writeSort(readSort(sort))).toBe(sort);
});

it('saves filters and order, whatever their sequence, without what is open beside the list', () => {
  const view = viewOf(new URLSearchParams('sort=expiry&panel=a1&phase=exam'));
  expect(view).toBe('phase=exam&sort=expiry');
  expect(viewOf(new URLSearchParams(view))).toBe(view);
});
