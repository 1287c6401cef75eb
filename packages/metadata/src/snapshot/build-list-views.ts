import { findField, findRecordType } from '../lookup.js';
import type { ListViewDef, ObjectDef } from '../model.js';
import type { Component } from '../source-format/component.js';
import { ofKind, type ProblemSink } from './object-draft.js';

/** Column names of list view files that are no field names, after their prefix and underscores are dropped. */
const COLUMN_ALIASES: Readonly<Record<string, string>> = {
  lastupdate: 'LastModifiedDate',
  createdbyuser: 'CreatedById',
  updatedbyuser: 'LastModifiedById',
  'core.users.alias': 'OwnerId',
  'core.users.fullname': 'OwnerId',
  'owner.alias': 'OwnerId',
  recordtype: 'RecordTypeId',
  closed: 'IsClosed',
  objectid: 'Id',
  phone1: 'Phone',
};

/**
 * List views with their columns and filters as field names. An unknown column is dropped with a warning; an unknown
 * filter drops the view, which would otherwise show other records than it says.
 */
export function buildListViews(
  components: readonly Component[],
  objects: ReadonlyMap<string, ObjectDef>,
  problems: ProblemSink,
): readonly ListViewDef[] {
  const seen = new Set<string>();
  const views: ListViewDef[] = [];
  for (const { listView, source } of ofKind(components, 'ListView')) {
    const member = `${listView.object}.${listView.name}`;
    const object = objects.get(listView.object.toLowerCase());
    if (object === undefined) {
      problems.error(source, member, `object ${listView.object} is not in this org`);
      continue;
    }
    if (seen.has(member.toLowerCase())) {
      problems.error(source, member, 'list view is declared twice');
      continue;
    }
    seen.add(member.toLowerCase());
    const warn = (message: string) => problems.warn(source, member, message);
    const filters = listView.filters.map((filter) => {
      const field = filterField(object, filter.field);
      if (field !== RECORD_TYPE) return { ...filter, field };
      return { ...filter, field, value: recordTypeIds(objects, filter.value, warn) };
    });
    const unknown = listView.filters.filter((filter) => filterField(object, filter.field) === undefined);
    for (const filter of unknown) problems.error(source, member, `no field ${filter.field} to filter by`);
    if (unknown.length > 0) continue;
    const columns = listView.columns.flatMap((column) => {
      const field = columnField(object, column);
      if (field === undefined)
        problems.warn(source, member, `${whyNoColumn(object, column)}; it is left out`);
      return field ?? [];
    });
    const complete = filters.flatMap(({ field, ...rest }) =>
      field === undefined ? [] : [{ field, ...rest }],
    );
    views.push({ ...listView, object: object.name, columns: [...new Set(columns)], filters: complete });
  }
  return views;
}

const RECORD_TYPE = 'RecordTypeId';
/** An id no record type has, so that a filter by one that is not there lets no record through. */
const NO_RECORD_TYPE = '012000000000001AAA';

/** `Contact.Family,Contact.Friend` as ids of record types. */
function recordTypeIds(
  objects: ReadonlyMap<string, ObjectDef>,
  value: string,
  warn: (message: string) => void,
): string {
  const ids = value.split(',').map((path) => {
    const [objectName = '', name = ''] = path.trim().split('.');
    const object = objects.get(objectName.toLowerCase());
    const id = object && findRecordType(object, name)?.id;
    if (id === undefined) warn(`record type ${path} is not in this org; the list shows no record of it`);
    return id ?? NO_RECORD_TYPE;
  });
  return ids.join(',');
}

function whyNoColumn(object: ObjectDef, column: string): string {
  const lower = column.toLowerCase();
  const isNotComputed = object.notComputed?.some(({ name }) => name.toLowerCase() === lower) ?? false;
  return isNotComputed ? `column ${column} is not computed yet` : `no field for column ${column}`;
}

/** As `columnField`; people are compared by their alias where the file says so, not by their name. */
function filterField(object: ObjectDef, column: string): string | undefined {
  const field = columnField(object, column);
  const relationship = field && findField(object, field)?.relationshipName;
  return relationship !== undefined && /\balias$/i.test(column) ? `${relationship}.Alias` : field;
}

/** The field a column of a list view file means: `NAME`, `Status__c`, `CASES.CASE_NUMBER`, `ACCOUNT.NAME`. */
export function columnField(object: ObjectDef, column: string): string | undefined {
  const exact = findField(object, column);
  if (exact !== undefined) return exact.name;
  const lower = column.toLowerCase();
  const segments = lower.split('.');
  const last = (segments.at(-1) ?? lower).replaceAll('_', '');
  const qualifier = segments.at(-2);
  const alias = COLUMN_ALIASES[lower] ?? COLUMN_ALIASES[last];
  if (alias !== undefined) return findField(object, alias)?.name;
  if (last === 'name' || last === 'fullname') {
    const own = object.name.toLowerCase();
    if (qualifier === undefined || qualifier === own || qualifier === `${own}s`) return object.nameField;
    return findField(object, `${qualifier}Id`)?.name;
  }
  return (findField(object, last) ?? findField(object, `${last}Id`))?.name;
}
