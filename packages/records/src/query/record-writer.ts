import type { QueryPlan, ShapeItem } from '@muster/soql';
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
  const idColumn = plan.idColumn ?? 0;
  const members = plan.items.map((item) => writeItem(item, basePath, idColumn));
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

function writeItem(item: ShapeItem, basePath: string | undefined, idColumn: number): RecordWriter {
  const prefix = `${JSON.stringify(item.key)}:`;
  switch (item.kind) {
    case 'value': {
      const { column, toJson } = item;
      return (row) => {
        const text = row[column];
        return text === null || text === undefined ? `${prefix}null` : prefix + toJson(text);
      };
    }
    case 'parent':
      return writeParent(item, prefix, basePath);
    case 'child':
      return (row, childText) => prefix + childText(item.child, row[idColumn] ?? '');
  }
}

/** The target whose id is there says which object the parent is. */
function writeParent(
  item: Extract<ShapeItem, { kind: 'parent' }>,
  prefix: string,
  basePath: string | undefined,
): RecordWriter {
  const members = item.items.map((nested) => writeItem(nested, basePath, 0));
  const targets = item.targets.map(({ type, idColumn }) => ({
    idColumn,
    write: writeObject(
      basePath === undefined ? members : [attributesOf(type, idColumn, basePath), ...members],
    ),
  }));
  return (row, childText) => {
    for (const { idColumn, write } of targets) {
      if (row[idColumn] !== null) return prefix + write(row, childText);
    }
    return `${prefix}null`;
  };
}
