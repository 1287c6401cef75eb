import { MusterError } from '@muster/kernel';
import {
  type FieldDef,
  fieldType,
  findChildRelationship,
  findCompound,
  findField,
  findObject,
  findParentField,
  type ObjectDef,
} from '@muster/metadata';
import type { Session } from '@muster/records';
import type { Argument, FunctionCall, Path, SelectItem, SelectQuery } from '@muster/soql';
import { readableFields, requireType } from '../objects.js';

/** What `query?columns=true` says of one column; the shape the sf command reads its table headings from. */
interface ColumnMetadata {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly ColumnMetadata[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

/** Describes the columns of a query without running it. @throws MusterError INVALID_FIELD, INVALID_TYPE */
export function presentColumns(session: Session, query: SelectQuery) {
  const object = requireType(session, lastName(query.from[0]?.path));
  const columnMetadata = presentItems(session, object, query);
  return {
    columnMetadata,
    entityName: object.name,
    groupBy: query.groupBy !== null,
    idSelected: columnMetadata.some((column) => column.columnName === 'Id'),
    keyPrefix: object.keyPrefix,
  };
}

function presentItems(session: Session, object: ObjectDef, query: SelectQuery): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind === 'FieldItem' && item.value.kind === 'FunctionCall') {
      const alias = item.alias?.text ?? `expr${unnamed}`;
      if (item.alias === null) unnamed += 1;
      columns.push(presentFunction(item.value, alias));
    } else {
      for (const column of presentItem(session, object, query, item)) addColumn(columns, column);
    }
  }
  return columns;
}

function presentItem(
  session: Session,
  object: ObjectDef,
  query: SelectQuery,
  item: SelectItem,
): readonly ColumnMetadata[] {
  switch (item.kind) {
    case 'FieldItem':
      return item.value.kind === 'Path' ? [presentPath(session, object, pathNames(item.value, query))] : [];
    case 'FieldsItem':
      return readableFields(session, object).map((field) => presentField(field));
    case 'SubqueryItem':
      return [presentSubquery(session, object, item.query)];
    case 'TypeofItem':
      return [group(lastName(item.on), false, [])];
  }
}

function presentSubquery(session: Session, object: ObjectDef, query: SelectQuery): ColumnMetadata {
  const name = lastName(query.from[0]?.path);
  const child = findChildRelationship(session.snapshot, object, name);
  if (child === undefined || !mayFollow(session, child.object, child.field)) throw noColumn(name, object);
  return group(child.name, true, presentItems(session, child.object, query));
}

function presentPath(session: Session, object: ObjectDef, names: readonly string[]): ColumnMetadata {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    const whole = findCompound(object, name);
    if (whole !== undefined && session.rights(object).field(whole.name).read)
      return group(whole.name, false, []);
    const field = findField(object, name);
    if (field === undefined || !session.rights(object).field(field.name).read) throw noColumn(name, object);
    return presentField(field);
  }
  const lookup = findParentField(object, name);
  if (lookup === undefined || !mayFollow(session, object, lookup)) throw noColumn(name, object);
  const parent = lookup.referenceTo
    ?.flatMap((type) => findObject(session.snapshot, type) ?? [])
    .find(
      (candidate) =>
        session.rights(candidate).read && (rest.length > 1 || findField(candidate, rest[0] ?? '')),
    );
  if (parent === undefined) throw noColumn(name, object);
  return group(lookup.relationshipName ?? name, false, [presentPath(session, parent, rest)]);
}

/** Whether a relationship exists as far as the caller may know: the object that holds the lookup, and the lookup. */
function mayFollow(session: Session, holder: ObjectDef, lookup: FieldDef): boolean {
  const rights = session.rights(holder);
  return rights.read && rights.field(lookup.name).read;
}

/** Columns along the same parent stand together under it. */
function addColumn(columns: ColumnMetadata[], column: ColumnMetadata): void {
  const at = columns.findIndex(
    (other) => other.columnName === column.columnName && !other.aggregate && other.joinColumns.length > 0,
  );
  const known = columns[at];
  if (known === undefined || column.aggregate) {
    columns.push(column);
    return;
  }
  const joined = [...known.joinColumns];
  for (const inner of column.joinColumns) addColumn(joined, inner);
  columns[at] = { ...known, joinColumns: joined };
}

function presentField(field: FieldDef): ColumnMetadata {
  const type = fieldType(field);
  return {
    aggregate: false,
    apexType: apexTypes[type.storage],
    booleanType: type.storage === 'boolean',
    columnName: field.name,
    custom: field.custom,
    displayName: field.name,
    foreignKeyName: field.referenceTo?.[0] ?? null,
    insertable: field.createable,
    joinColumns: [],
    numberType: type.storage === 'numeric' || type.storage === 'integer',
    textType: type.storage === 'text',
    updatable: field.updateable,
  };
}

const apexTypes = {
  text: 'String',
  numeric: 'Double',
  integer: 'Integer',
  boolean: 'Boolean',
  date: 'Date',
  timestamptz: 'Datetime',
  time: 'Time',
  id: 'Id',
} as const;

function presentFunction(call: FunctionCall, columnName: string): ColumnMetadata {
  return {
    ...group(columnName, true, []),
    apexType: 'Double',
    displayName: printCall(call),
    numberType: true,
  };
}

function printCall(call: FunctionCall): string {
  return `${call.name.text.toLowerCase()}(${call.arguments.map(printArgument).join(', ')})`;
}

function printArgument(node: Argument): string {
  if (node.kind === 'Path') return node.names.map((name) => name.text).join('.');
  return node.kind === 'FunctionCall' ? printCall(node) : '';
}

function group(
  columnName: string,
  aggregate: boolean,
  joinColumns: readonly ColumnMetadata[],
): ColumnMetadata {
  return {
    aggregate,
    apexType: 'Object',
    booleanType: false,
    columnName,
    custom: columnName.endsWith('__r'),
    displayName: columnName,
    foreignKeyName: null,
    insertable: false,
    joinColumns,
    numberType: false,
    textType: false,
    updatable: false,
  };
}

/** The names of a path below the query's object: its own name or alias in front is dropped. */
function pathNames(path: Path, query: SelectQuery): readonly string[] {
  const names = path.names.map((name) => name.text);
  const [from] = query.from;
  const roots = [from?.alias?.text, lastName(from?.path)].map((name) => name?.toLowerCase());
  return names.length > 1 && roots.includes(names[0]?.toLowerCase()) ? names.slice(1) : names;
}

function lastName(path: Path | undefined): string {
  return path?.names.at(-1)?.text ?? '';
}

function noColumn(name: string, object: ObjectDef): MusterError {
  return new MusterError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
}
