import type { FieldDef, ObjectDef } from './model.js';

/** The table of an object inside the org's schema: the API name in lower case. System tables begin with `_`. */
export function tableName(object: ObjectDef): string {
  return object.name.toLowerCase();
}

/** The column of a field: the API name in lower case. */
export function columnName(field: FieldDef): string {
  return field.name.toLowerCase();
}

/** Counts the saves of a row; an update may name the number it read. Not a field. */
export const VERSION_COLUMN = '_version';
