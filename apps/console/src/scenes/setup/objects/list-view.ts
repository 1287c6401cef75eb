import type { DescribedField } from '@muster/client';
import type { Elements } from '../../../data/setup-metadata.js';
import { listOf, textOf } from './elements.js';

/** Whose records a list shows, as far as this product has them. */
export const listScopes = ['Everything', 'Mine', 'MineAndMyGroups', 'Queue'] as const;
export type ListScope = (typeof listScopes)[number];

/** The scope of a list view; undefined for one Setup does not offer. */
export function scopeOf(view: Elements): ListScope | undefined {
  return listScopes.find((scope) => scope === textOf(view, 'filterScope'));
}

/** The comparisons of a filter. */
export const filterOperations = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
] as const;

/** Columns of lists that bear other names than their fields (Metadata API, "ListView"). */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  Name: 'NAME',
  OwnerId: 'OWNER.ALIAS',
  CreatedById: 'CREATEDBY_USER',
  CreatedDate: 'CREATED_DATE',
  LastModifiedById: 'UPDATEDBY_USER',
  LastModifiedDate: 'LAST_UPDATE',
  RecordTypeId: 'RECORDTYPE',
};

/** A column a list may have. */
export interface ListColumn {
  /** As the file has it. */
  readonly value: string;
  readonly label: string;
}

/** Types no list shows as a column. */
const UNLISTED = new Set(['address', 'location', 'base64', 'complexvalue', 'id']);

/** What a list of an object may show: its fields, under the names list views have for them. */
export function listColumns(
  object: string,
  fields: readonly DescribedField[],
  added: readonly { readonly name: string; readonly label: string }[],
): readonly ListColumn[] {
  const isCustom = object.endsWith('__c');
  const columns = fields
    .filter(({ type, custom }) => !UNLISTED.has(type) && !custom)
    .map(({ name, label }) => ({ value: isCustom ? (COLUMN_NAMES[name] ?? name) : name, label }));
  const all = [...columns, ...added.map(({ name, label }) => ({ value: name, label }))];
  return all.toSorted((a, b) => a.label.localeCompare(b.label));
}

/** What is wrong with the logic that joins filters; undefined where it can be followed. Numbers are those of the filters. */
export function logicFault(logic: string, filters: number): 'words' | 'numbers' | 'missing' | undefined {
  if (logic.trim() === '') return undefined;
  if (!/^[\d\s()]*((AND|OR|NOT)[\d\s()]*)*$/i.test(logic) || !isBalanced(logic)) return 'words';
  const named = new Set((logic.match(/\d+/g) ?? []).map(Number));
  if ([...named].some((number) => number < 1 || number > filters)) return 'numbers';
  return named.size === filters ? undefined : 'missing';
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** A list view without filters that name no field. */
export function withFullFilters(view: Elements): Elements {
  const filters = listOf(view, 'filters').filter((filter) => textOf(filter, 'field') !== '');
  return { ...view, filters: filters.length === 0 ? null : filters };
}
