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
  const attributes =
    basePath === undefined
      ? undefined
      : plan.idColumn === undefined
        ? () => '"attributes":{"type":"AggregateResult"}'
        : attributesOf(plan.object.name, plan.idColumn, basePath);
  const owner = { type: plan.object.name, idColumn: plan.idColumn ?? 0 };
  const members = plan.items.map((item) => writeItem(item, basePath, owner));
  return writeObject(attributes === undefined ? members : [attributes, ...members]);
}

function writeObject(members: readonly RecordWriter[]): RecordWriter {
  const [first, ...rest] = members;
  if (first === undefined) return () => '{}';
  return (row, childText) => {
    let text = `{${first(row, childText)}`;
    for (const member of rest) text += `,${member(row, childText)}`;
    return `${text}}`;
  };
}

function attributesOf(type: string, idColumn: number, basePath: string): RecordWriter {
  const prefix = `"attributes":{"type":${JSON.stringify(type)},"url":"${basePath}/sobjects/${type}/`;
  return (row) => `${prefix}${row[idColumn]}"}`;
}

/** The record a member belongs to: its type, and the column with its id. */
interface Owner {
  readonly type: string;
  readonly idColumn: number;
}

function writeItem(item: ShapeItem, basePath: string | undefined, owner: Owner): RecordWriter {
  const prefix = `${JSON.stringify(item.key)}:`;
  switch (item.kind) {
    case 'value':
      return item.isContent && basePath !== undefined
        ? writeContentAddress(item, prefix, basePath, owner)
        : writeValue(item, prefix);
    case 'parent':
      return writeParent(item, prefix, basePath);
    case 'child':
      return (row, childText) => prefix + childText(item.child, row[owner.idColumn] ?? '');
  }
}

function writeValue({ column, toJson }: ValueItem, prefix: string): RecordWriter {
  return (row) => {
    const text = row[column];
    return text === null || text === undefined ? `${prefix}null` : prefix + toJson(text);
  };
}

/** `/services/data/v60.0/sobjects/ContentVersion/068…/VersionData`, where the content can be had. */
function writeContentAddress(
  { column, key }: ValueItem,
  prefix: string,
  basePath: string,
  { type, idColumn }: Owner,
): RecordWriter {
  const address = `${prefix}"${basePath}/sobjects/${type}/`;
  return (row) => (row[column] === null ? `${prefix}null` : `${address}${row[idColumn]}/${key}"`);
}

/** The target whose id is there says which object the parent is. */
function writeParent(
  item: Extract<ShapeItem, { kind: 'parent' }>,
  prefix: string,
  basePath: string | undefined,
): RecordWriter {
  const targets = item.targets.map((owner) => {
    const members = item.items.map((nested) => writeItem(nested, basePath, owner));
    const attributes = basePath === undefined ? [] : [attributesOf(owner.type, owner.idColumn, basePath)];
    return { idColumn: owner.idColumn, write: writeObject([...attributes, ...members]) };
  });
  return (row, childText) => {
    for (const { idColumn, write } of targets) {
      if (row[idColumn] !== null) return prefix + write(row, childText);
    }
    return `${prefix}null`;
  };
}
