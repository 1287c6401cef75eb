import { MusterError } from '@muster/kernel';
import {
  allOf,
  type FieldDef,
  type FilterLogic,
  fieldLabel,
  fieldType,
  findField,
  findParentField,
  type ListViewDef,
  type ObjectDef,
  referencePath,
} from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql, soqlNames } from '@muster/soql';
import { filterCondition } from './filter-condition.js';

/** A column of a list view as REST describes it. */
export interface ListViewColumn {
  readonly ascendingLabel: string | null;
  readonly descendingLabel: string | null;
  readonly fieldNameOrPath: string;
  /** Whether it is there for the program that shows the list, not for people. */
  readonly hidden: boolean;
  readonly label: string;
  readonly searchable: boolean;
  /** What stands in the SELECT of the query. */
  readonly selectListItem: string;
  readonly sortDirection: 'ascending' | 'descending' | null;
  /** Place in the order, from 0; null for a column the list is not ordered by. */
  readonly sortIndex: number | null;
  readonly sortable: boolean;
  readonly type: string;
}

export interface ListViewQuery {
  readonly columns: readonly ListViewColumn[];
  /** SOQL of all records of the view, in its order. */
  readonly query: string;
  readonly orderBy: readonly string[];
  readonly scope: string;
  /** The condition of the query alone; undefined where there is none. */
  readonly where: string | undefined;
}

/** What every list has for the program that shows it. */
const HIDDEN = ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

/**
 * Writes a list view as SOQL for its reader. Columns the reader may not see are left out.
 * @throws MusterError INVALID_FIELD for a filter that cannot be followed
 */
export function listViewQuery(session: Session, object: ObjectDef, view: ListViewDef): ListViewQuery {
  const orderBy = orderOf(session, object);
  const columns = columnsOf(session, object, view, orderBy);
  const where = whereOf(session, object, view);
  const scope = scopeOf(view);
  const query = [
    `SELECT ${columns.map(({ selectListItem }) => selectListItem).join(', ')}`,
    soql`FROM ${soqlNames(object.name)}`,
    ...(scope === 'everything' || scope === 'queue' ? [] : [`USING SCOPE ${scope}`]),
    ...(where === undefined ? [] : [`WHERE ${where}`]),
    `ORDER BY ${orderBy.map((name) => `${name} ASC NULLS FIRST`).join(', ')}`,
  ].join(' ');
  return { columns, query, orderBy, scope, where };
}

/** Whether the reader may know which records a view has: a filter by a hidden field would tell its values. */
export function mayUse(session: Session, object: ObjectDef, { filters }: ListViewDef): boolean {
  const rights = session.rights(object);
  return filters.every(({ field }) => {
    const [first = ''] = field.split('.');
    return rights.field(findParentField(object, first)?.name ?? field).read;
  });
}

function columnsOf(
  session: Session,
  object: ObjectDef,
  view: ListViewDef,
  orderBy: readonly string[],
): readonly ListViewColumn[] {
  const rights = session.rights(object);
  const shown = view.columns.flatMap((name) => {
    const field = findField(object, name);
    return field !== undefined && rights.field(field.name).read ? columnsOfField(session, object, field) : [];
  });
  const names = new Set(shown.map(({ fieldNameOrPath }) => fieldNameOrPath));
  const hidden = HIDDEN.filter((name) => !names.has(name) && rights.field(name).read).flatMap((name) => {
    const field = findField(object, name);
    return field === undefined ? [] : [{ ...plainColumn(session, object, field), hidden: true }];
  });
  return [...shown, ...hidden].map((column) => {
    const at = orderBy.indexOf(column.fieldNameOrPath);
    return at < 0 ? column : { ...column, sortIndex: at, sortDirection: 'ascending' as const };
  });
}

/** A lookup is shown by the name of its record, with the id beside it for the link. */
function columnsOfField(session: Session, object: ObjectDef, field: FieldDef): ListViewColumn[] {
  const column = plainColumn(session, object, field);
  const path = referencePath(object, field, session.snapshot);
  if (path !== undefined && mayReadPath(session, field)) {
    const byName = { ...column, fieldNameOrPath: path.path, selectListItem: path.path, type: 'string' };
    return [
      { ...byName, sortable: true },
      { ...plainColumn(session, object, field), hidden: true, sortable: false },
    ];
  }
  const isPicklist = column.type === 'picklist' || column.type === 'multipicklist';
  return [isPicklist ? { ...column, selectListItem: `toLabel(${field.name})` } : column];
}

function mayReadPath({ snapshot, rights }: Session, { referenceTo = [] }: FieldDef): boolean {
  return referenceTo.some((name) => {
    const object = snapshot.objects.get(name.toLowerCase());
    return object !== undefined && rights(object).read && rights(object).field(object.nameField).read;
  });
}

function plainColumn(session: Session, object: ObjectDef, field: FieldDef): ListViewColumn {
  const { describeType, sortable } = fieldType(field);
  const label = fieldLabel(session.snapshot, object, field, session.principal.language);
  const [ascendingLabel, descendingLabel] = orderLabels(describeType);
  return {
    ascendingLabel: sortable ? ascendingLabel : null,
    descendingLabel: sortable ? descendingLabel : null,
    fieldNameOrPath: field.name,
    hidden: false,
    label: field.referenceTo === undefined ? label : label.replace(/ ID$/, ''),
    searchable: describeType === 'string',
    selectListItem: field.name,
    sortDirection: null,
    sortIndex: null,
    sortable,
    type: describeType,
  };
}

function orderLabels(describeType: string): readonly [ascending: string, descending: string] {
  switch (describeType) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return ['0-9', '9-0'];
    case 'date':
    case 'datetime':
    case 'time':
      return ['Old to New', 'New to Old'];
    default:
      return ['A-Z', 'Z-A'];
  }
}

/** By name, then by id, so that pages do not overlap. */
function orderOf(session: Session, object: ObjectDef): readonly string[] {
  const named = findField(object, object.nameField);
  const byName =
    named !== undefined &&
    named.name !== 'Id' &&
    fieldType(named).sortable &&
    session.rights(object).field(named.name).read;
  return byName ? [named.name, 'Id'] : ['Id'];
}

function whereOf(session: Session, object: ObjectDef, view: ListViewDef): string | undefined {
  const conditions = view.filters.map((filter) => filterCondition(session, object, filter));
  const logic = view.logic ?? allOf(conditions.length);
  const filtered = conditions.length === 0 ? [] : [printLogic(logic, conditions)];
  const ofQueue =
    view.filterScope === 'Queue'
      ? [soql`OwnerId IN (SELECT Id FROM Group WHERE DeveloperName = ${view.queue ?? ''} AND Type = 'Queue')`]
      : [];
  if (filtered.length + ofQueue.length === 0) return undefined;
  return [...filtered.map((text) => (ofQueue.length > 0 ? `(${text})` : text)), ...ofQueue].join(' AND ');
}

function printLogic(logic: FilterLogic, conditions: readonly string[], isInner = false): string {
  switch (logic.kind) {
    case 'Condition':
      return conditions[logic.number - 1] ?? '';
    case 'Not':
      return `(NOT ${printLogic(logic.operand, conditions, true)})`;
    default: {
      const joined = logic.operands
        .map((operand) => printLogic(operand, conditions, true))
        .join(logic.kind === 'And' ? ' AND ' : ' OR ');
      return isInner ? `(${joined})` : joined;
    }
  }
}

/** The scope as SOQL and REST spell it. @throws MusterError INVALID_OPERATION for one that counts on what is not here */
function scopeOf({ filterScope }: ListViewDef): string {
  switch (filterScope) {
    case 'Everything':
    case 'Mine':
    case 'Queue':
    case 'Delegated':
      return filterScope.toLowerCase();
    case 'MineAndMyGroups':
      return 'mineAndMyGroups';
    default:
      throw new MusterError(
        'INVALID_OPERATION',
        `The scope ${filterScope} of the list view is not supported in this version of Muster`,
      );
  }
}
