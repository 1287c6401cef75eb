import { columnName, isSearchedText, type ObjectDef } from '@muster/metadata';

/** Columns of an object whose words the index keeps, sorted. */
export function searchedColumns(object: ObjectDef): readonly string[] {
  return object.fields.filter(isSearchedText).map(columnName).toSorted();
}
