import { assertNever, MusterError } from '@muster/kernel';
import {
  fieldType,
  findCompound,
  findField,
  findObject,
  findParentField,
  type ObjectDef,
} from '@muster/metadata';
import type { Session } from '@muster/records';
import type { Path, SelectItem, SelectQuery } from '@muster/soql';
import { readableFields } from '../objects.js';
import { digitsOf, type Exact, type ExactRecord } from '../query/read-exact.js';

/** A column of the answer: its heading, which is the item of the SELECT, and where its value is in a record. */
export interface QueryColumn {
  readonly heading: string;
  readonly path: readonly string[];
  /** CSV writes instants with a Z. */
  readonly isInstant: boolean;
}

/**
 * The columns of a bulk query. Only fields, and fields of parents, are columns.
 * @throws MusterError INVALID_OPERATION for what is none: functions, groups, child lists, addresses
 */
export function queryColumns(
  session: Session,
  object: ObjectDef,
  query: SelectQuery,
): readonly QueryColumn[] {
  if (query.groupBy !== null) throw notSupported('GROUP BY');
  return query.select.flatMap((item) => columnsOf(session, object, query, item));
}

function columnsOf(
  session: Session,
  object: ObjectDef,
  query: SelectQuery,
  item: SelectItem,
): readonly QueryColumn[] {
  switch (item.kind) {
    case 'FieldItem':
      if (item.value.kind !== 'Path') throw notSupported('Functions');
      return [columnOf(session, object, namesOf(item.value, query))];
    case 'FieldsItem':
      return readableFields(session, object).map((field) => columnOf(session, object, [field.name]));
    case 'SubqueryItem':
      throw notSupported('Nested queries');
    case 'TypeofItem':
      throw notSupported('TYPEOF');
    default:
      return assertNever(item);
  }
}

/** The value of a column in a record as the API writes it, every digit of it. */
export function columnText(record: Exact, { path, isInstant }: QueryColumn): string {
  let value: Exact | undefined = record;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return '';
    const key: string | undefined = Object.keys(value).find(
      (candidate) => candidate.toLowerCase() === name.toLowerCase(),
    );
    value = key === undefined ? undefined : (value as ExactRecord)[key];
  }
  if (value === null || value === undefined) return '';
  const text = digitsOf(value) ?? String(value);
  return isInstant ? text.replace('+0000', 'Z') : text;
}

function columnOf(session: Session, object: ObjectDef, path: readonly string[]): QueryColumn {
  let owner: ObjectDef | undefined = object;
  for (const name of path.slice(0, -1)) {
    const lookup: ReturnType<typeof findParentField> = owner && findParentField(owner, name);
    owner = findObject(session.snapshot, lookup?.referenceTo?.[0] ?? '');
  }
  const name = path.at(-1) ?? '';
  if (
    owner !== undefined &&
    findField(owner, name) === undefined &&
    findCompound(owner, name) !== undefined
  ) {
    throw new MusterError('INVALID_OPERATION', 'Selecting compound data not supported in Bulk Query');
  }
  const field = owner && findField(owner, name);
  const isInstant = field !== undefined && fieldType(field).storage === 'timestamptz';
  return { heading: path.join('.'), path, isInstant };
}

/** The names of a path without the alias of the object it begins at. */
function namesOf({ names }: Path, query: SelectQuery): readonly string[] {
  const texts = names.map(({ text }) => text);
  const alias = query.from[0]?.alias?.text.toLowerCase();
  return texts.length > 1 && texts[0]?.toLowerCase() === alias ? texts.slice(1) : texts;
}

function notSupported(what: string): MusterError {
  return new MusterError('INVALID_OPERATION', `${what}: not supported in Bulk Query`);
}
