import type { ApplicantQuery } from '@muster/client';
import { idFilter, type Sort, textFilter } from '@muster/ui';

/** What narrows and orders the list, as it stands in the address; `panel` is the application shown beside it. */
export const applicantFilters = {
  search: textFilter(),
  phase: idFilter(),
  posting: idFilter(),
  status: idFilter(),
  waitingOn: idFilter(),
  owner: idFilter(),
};

/** Parameters that do not narrow the list. */
export const viewParameters = { sort: idFilter(), panel: idFilter() };

type Values = { readonly [Name in keyof typeof applicantFilters]: string | null };

/** What the server is asked for: only what is set. */
export function queryOf(values: Values, sort: string | null): ApplicantQuery {
  const set = Object.entries({ ...values, sort }).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(set);
}

/** Orders whose usual direction counts down: the latest first. */
const downwards: ReadonlySet<string> = new Set(['submitted']);
const usualSort = 'submitted';

/** The order as a table shows it. Without one it is the server's: the latest application first. */
export function readSort(sort: string | null): Sort {
  const wanted = sort ?? usualSort;
  const columnId = wanted.replace(/^-/, '');
  const isDown = downwards.has(columnId) !== wanted.startsWith('-');
  return { columnId, direction: isDown ? 'descending' : 'ascending' };
}

/** The order as it stands in the address: none for the usual one. */
export function writeSort({ columnId, direction }: Sort): string | null {
  const isReversed = (direction === 'descending') !== downwards.has(columnId);
  const sort = `${isReversed ? '-' : ''}${columnId}`;
  return sort === usualSort ? null : sort;
}

/** The part of an address that a saved view keeps: filters and order, not what is open beside the list. */
export function viewOf(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete('panel');
  kept.sort();
  return kept.toString();
}
