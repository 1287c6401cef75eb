import {
  columnName,
  type FieldDef,
  fieldType,
  type ObjectDef,
  type Snapshot,
  tableName,
  VERSION_COLUMN,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { idSequenceName } from '../allocate-ids.js';
import { physicalName } from './physical-name.js';
import type { TargetColumn, TargetIndex, TargetSchema, TargetTable } from './schema-shape.js';

/** The tables a snapshot asks for: one per object, a typed column per field, and the indexes its queries need. */
export function targetSchema(snapshot: Snapshot): TargetSchema {
  const objects = [...snapshot.objects.values()];
  const autoNumbers = objects.flatMap((object) =>
    object.fields
      .filter((field) => field.displayFormat !== undefined)
      .map((field) => autoNumberSequenceName(object, field)),
  );
  return {
    tables: objects.map(targetTable),
    sequences: [...objects.map((object) => idSequenceName(object.keyPrefix)), ...autoNumbers],
  };
}

/** The sequence an AutoNumber field takes its numbers from. */
export function autoNumberSequenceName(object: ObjectDef, field: FieldDef): string {
  return physicalName('_auto', tableName(object), columnName(field), 'seq');
}

function targetTable(object: ObjectDef): TargetTable {
  return {
    name: tableName(object),
    columns: [...object.fields.map(targetColumn), VERSION],
    indexes: object.fields.flatMap((field) => fieldIndexes(object, field)),
  };
}

const VERSION: TargetColumn = { name: VERSION_COLUMN, type: 'integer', attributes: 'not null default 1' };

/** Text compares byte by byte whatever the database's own collation is; case is folded by `muster.fold`. */
export function targetColumn(field: FieldDef): TargetColumn {
  const type = fieldType(field);
  const attributes = type.columnAttributes ?? (type.storage === 'text' ? 'collate "C"' : '');
  const name = columnName(field);
  return {
    name,
    type: type.columnType(field),
    attributes: name === 'id' ? `${attributes} primary key` : attributes,
  };
}

/** Lookups nobody follows backwards or filters by; their indexes would cost every insert two more entries. */
const NOT_INDEXED = new Set(['createdbyid', 'lastmodifiedbyid']);

function fieldIndexes(object: ObjectDef, field: FieldDef): TargetIndex[] {
  const column = columnName(field);
  const index = (kind: string, unique: boolean, definition: string): TargetIndex => ({
    name: physicalName(tableName(object), column, kind),
    column,
    unique,
    definition,
  });
  const quoted = quoteIdent(column);
  const value = fieldType(field).foldsCase ? `muster.fold(${quoted})` : quoted;

  if (field.unique) {
    return [index(field.caseSensitive ? 'unique_case' : 'unique', true, `(${value})${whereKept(object)}`)];
  }
  if (field.externalId || field.idLookup || field.name === object.nameField)
    return [index('value', false, `(${value})`)];
  if (field.referenceTo && !NOT_INDEXED.has(column)) {
    return [index('lookup', false, `(${quoted}) where ${quoted} is not null`)];
  }
  if (field.indexed === 'filled') return [index('filled', false, `(${value}) where ${quoted} is not null`)];
  if (field.indexed === 'all') return [index('value', false, `(${value})`)];
  if (column === 'systemmodstamp') return [index('value', false, `(${quoted})`)];
  if (column === 'isdeleted') return [index('deleted', false, `(id) where ${quoted}`)];
  return [];
}

/** Records in the recycle bin do not stand in the way of new ones with the same value. */
function whereKept(object: ObjectDef): string {
  const flag = object.fields.find((field) => columnName(field) === 'isdeleted');
  return flag ? ` where not ${quoteIdent(columnName(flag))}` : '';
}
