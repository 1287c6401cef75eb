import { assertNever } from '@muster/kernel';
import type { QueryPlan, ShapeItem, ValueItem } from '@muster/soql';
import type { TextRow } from '@muster/store';

/** JSON text of the child list `index` of the record with this id. */
export type ChildText = (index: number, id: string) => string;

/** Writes one row of a plan as the JSON text of a record. */
export type RecordWriter = (row: TextRow, childText: ChildText) => string;

/**
 * Compiles the writer of a plan: for every item a prefix known beforehand and an encoder from PostgreSQL's text to
 * JSON text, so that no value of a page becomes an object (design: "rows never become objects on the read path").
 * `basePath` is the prefix of record urls, `/services/data/v60.0`; undefined leaves `attributes` out.
 */
export function compileWriter(plan: QueryPlan, basePath: string | undefined): RecordWriter {
  const owner = { object: plan.object.name, type: plan.object.name, idColumn: plan.idColumn ?? 0 };
  const members = plan.items.map((item) => memberOf(item, basePath, owner));
  if (basePath === undefined) return writeObject(members);
  const attributes = plan.idColumn === undefined ? groupAttributes : attributesOf(owner, basePath);
  return writeObject([attributes, ...members]);
}

/** Makes the writer of one member of an object behind `lead`: the brace that opens it, or the comma before. */
type Member = (lead: string) => RecordWriter;

/** The record a member belongs to: its object, what `type` says of it, and the column with its id. */
interface Owner {
  readonly object: string;
  readonly type: string;
  readonly idColumn: number;
}

function writeObject(members: readonly Member[]): RecordWriter {
  const writers = members.map((member, i) => member(i === 0 ? '{' : ','));
  if (writers.length === 0) return () => '{}';
  return (row, childText) => {
    let text = '';
    for (const write of writers) text += write(row, childText);
    return `${text}}`;
  };
}

const groupAttributes: Member = (lead) => () => `${lead}"attributes":{"type":"AggregateResult"}`;

function attributesOf({ object, type, idColumn }: Owner, basePath: string): Member {
  return (lead) => {
    const prefix = `${lead}"attributes":{"type":${JSON.stringify(type)},"url":"${basePath}/sobjects/${object}/`;
    return (row) => `${prefix}${row[idColumn]}"}`;
  };
}

function memberOf(item: ShapeItem, basePath: string | undefined, owner: Owner): Member {
  return (lead) => {
    const prefix = `${lead}${JSON.stringify(item.key)}:`;
    switch (item.kind) {
      case 'value':
        return item.isContent && basePath !== undefined
          ? writeContentAddress(item, prefix, basePath, owner)
          : writeValue(item, prefix);
      case 'whole':
        return writeWhole(item, prefix);
      case 'parent':
        return writeParent(item, prefix, basePath);
      case 'child':
        return (row, childText) => prefix + childText(item.child, row[owner.idColumn] ?? '');
      default:
        return assertNever(item);
    }
  };
}

function writeValue({ column, toJson }: ValueItem, prefix: string): RecordWriter {
  const nothing = `${prefix}null`;
  return (row) => {
    const text = row[column];
    return text === null || text === undefined ? nothing : prefix + toJson(text);
  };
}

function writeWhole({ parts }: Extract<ShapeItem, { kind: 'whole' }>, prefix: string): RecordWriter {
  const write = writeObject(
    parts.map(
      (part): Member =>
        (lead) =>
          writeValue(part, `${lead}${JSON.stringify(part.key)}:`),
    ),
  );
  const isEmpty = (row: TextRow) => parts.every(({ column }) => row[column] === null);
  return (row, childText) => prefix + (isEmpty(row) ? 'null' : write(row, childText));
}

/** `/services/data/v60.0/sobjects/ContentVersion/068…/VersionData`, where the content can be had. */
function writeContentAddress(
  { column, key }: ValueItem,
  prefix: string,
  basePath: string,
  { object, idColumn }: Owner,
): RecordWriter {
  const address = `${prefix}"${basePath}/sobjects/${object}/`;
  return (row) => (row[column] === null ? `${prefix}null` : `${address}${row[idColumn]}/${key}"`);
}

/** The target whose id is there says which object the parent is. */
function writeParent(
  item: Extract<ShapeItem, { kind: 'parent' }>,
  prefix: string,
  basePath: string | undefined,
): RecordWriter {
  const targets = item.targets.map((owner) => {
    const members = owner.items.map((nested) => memberOf(nested, basePath, owner));
    const attributes = basePath === undefined ? [] : [attributesOf(owner, basePath)];
    return { idColumn: owner.idColumn, write: writeObject([...attributes, ...members]) };
  });
  return (row, childText) => {
    for (const { idColumn, write } of targets) {
      if (row[idColumn] !== null) return prefix + write(row, childText);
    }
    return `${prefix}null`;
  };
}
