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
import type {
  Argument,
  FieldItem,
  FunctionCall,
  Path,
  SelectItem,
  SelectQuery,
  TypeofItem,
} from '@muster/soql';
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
    if (
      item.kind === 'FieldItem' &&
      item.value.kind === 'FunctionCall' &&
      !keepsName(item.value, item.alias)
    ) {
      const alias = item.alias?.text ?? `expr${unnamed}`;
      if (item.alias === null) unnamed += 1;
      columns.push(presentFunction(item.value, alias));
    } else {
      for (const column of presentItem(session, object, query, item)) addColumn(columns, column);
    }
  }
  return columns;
}

/** Functions that give a field in another form stand under its name. */
function keepsName(call: FunctionCall, alias: FieldItem['alias']): boolean {
  const isForm = ['TOLABEL', 'FORMAT'].includes(call.name.text.toUpperCase());
  return isForm && alias === null && call.arguments[0]?.kind === 'Path';
}

function presentItem(
  session: Session,
  object: ObjectDef,
  query: SelectQuery,
  item: SelectItem,
): readonly ColumnMetadata[] {
  switch (item.kind) {
    case 'FieldItem':
      return [presentFieldItem(session, object, query, item)];
    case 'FieldsItem':
      return readableFields(session, object).map((field) => presentField(field));
    case 'SubqueryItem':
      return [presentSubquery(session, object, item.query)];
    case 'TypeofItem':
      return [group(lastName(item.on), false, typeofColumns(item))];
  }
}

/** A field, in a grouped query flat under its alias or own name; text where a function gives it as text. */
function presentFieldItem(
  session: Session,
  object: ObjectDef,
  query: SelectQuery,
  { value, alias }: FieldItem,
): ColumnMetadata {
  const isText = value.kind === 'FunctionCall';
  const path = (isText ? value.arguments[0] : value) as Path;
  const column = presentPath(session, object, pathNames(path, query), isText);
  if (query.groupBy === null) return column;
  const leaf = leafOf(column);
  return { ...leaf, columnName: alias?.text ?? leaf.columnName };
}

function leafOf(column: ColumnMetadata): ColumnMetadata {
  const [inner] = column.joinColumns;
  return inner === undefined ? column : leafOf(inner);
}

/** Every field a branch may give; which of them a record has depends on its type. */
function typeofColumns({ branches, otherwise }: TypeofItem): readonly ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  for (const { names } of [...branches.flatMap((branch) => branch.fields), ...(otherwise ?? [])]) {
    const [leaf, ...parents] = names.map(({ text }) => text).reverse();
    const column = parents.reduce<ColumnMetadata>(
      (inner, name) => group(name, false, [inner]),
      asText(leaf ?? ''),
    );
    if (!columns.some((known) => known.columnName === column.columnName && known.joinColumns.length === 0))
      addColumn(columns, column);
  }
  return columns;
}

function asText(columnName: string): ColumnMetadata {
  return { ...group(columnName, false, []), apexType: 'String', textType: true };
}

function presentSubquery(session: Session, object: ObjectDef, query: SelectQuery): ColumnMetadata {
  const name = lastName(query.from[0]?.path);
  const child = findChildRelationship(session.snapshot, object, name);
  if (child === undefined || !mayFollow(session, child.object, child.field)) throw noColumn(name, object);
  return group(child.name, true, presentItems(session, child.object, query));
}

function presentPath(
  session: Session,
  object: ObjectDef,
  names: readonly string[],
  isText = false,
): ColumnMetadata {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    const whole = findCompound(object, name);
    if (whole !== undefined && session.rights(object).field(whole.name).read)
      return group(whole.name, false, []);
    const field = findField(object, name);
    if (field === undefined || !session.rights(object).field(field.name).read) throw noColumn(name, object);
    return isText ? asText(field.name) : presentField(field);
  }
  const lookup = findParentField(object, name);
  if (lookup === undefined || !mayFollow(session, object, lookup)) throw noColumn(name, object);
  const relationship = lookup.relationshipName ?? name;
  const [next = ''] = rest;
  // On records of several objects these two are there whatever the object.
  if (rest.length === 1 && (lookup.referenceTo?.length ?? 0) > 1 && /^(name|type)$/i.test(next))
    return group(relationship, false, [asText(next)]);
  const parent = lookup.referenceTo
    ?.flatMap((type) => findObject(session.snapshot, type) ?? [])
    .find(
      (candidate) =>
        session.rights(candidate).read &&
        (rest.length > 1 ? findParentField(candidate, next) : findField(candidate, next)),
    );
  if (parent === undefined) throw noColumn(name, object);
  return group(relationship, false, [presentPath(session, parent, rest, isText)]);
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

/** The names of a path below the query's object: what stands for it in front is dropped, other aliases spelled out. */
function pathNames(path: Path, query: SelectQuery): readonly string[] {
  const [from, ...parents] = query.from;
  const standsFor = new Map<string, readonly string[]>();
  const expand = ({ names }: Path): readonly string[] => {
    const [first = '', ...rest] = names.map((name) => name.text);
    const prefix = rest.length > 0 ? standsFor.get(first.toLowerCase()) : undefined;
    return prefix === undefined ? [first, ...rest] : [...prefix, ...rest];
  };
  for (const name of [from?.alias?.text, lastName(from?.path)]) {
    if (name !== undefined) standsFor.set(name.toLowerCase(), []);
  }
  for (const parent of parents) {
    if (parent.alias) standsFor.set(parent.alias.text.toLowerCase(), expand(parent.path));
  }
  return expand(path);
}

function lastName(path: Path | undefined): string {
  return path?.names.at(-1)?.text ?? '';
}

function noColumn(name: string, object: ObjectDef): MusterError {
  return new MusterError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
}
