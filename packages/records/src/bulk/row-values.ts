import { fieldType, findField, type ObjectDef } from '@muster/metadata';
import type { FieldValues } from '../session/session.js';
import type { LoadOptions } from './bulk-job.js';
import { readFormat } from './read-formats.js';

/** Stands in a file for "make it empty"; an empty value leaves a field as it is. */
const NOTHING = '#N/A';

/** Where the values of a column go; undefined for one that is not read. */
export type ColumnReader = { readonly name: string; readonly read: (text: string) => string } | undefined;

/** What becomes of each column of a file. Fields are named as the API names them, or by the columns of the load. */
export function columnReaders(
  header: readonly string[],
  object: ObjectDef | undefined,
  options: LoadOptions,
): readonly ColumnReader[] {
  const fields = options.columns && new Map(options.columns.map(({ column, field }) => [column, field]));
  return header.map((column) => {
    const name = fields === undefined ? column : (fields.get(column) ?? '');
    const field = object && findField(object, name);
    if (name === '') return undefined;
    return { name, read: (text) => (field ? readFormat(text, fieldType(field).storage, options) : text) };
  });
}

/** The values of a row by the names of its columns: lookups may be named by `Rel.Field` and `Type:Rel.Field`. */
export function rowValues(readers: readonly ColumnReader[], values: readonly string[]): FieldValues {
  const record: Record<string, unknown> = {};
  for (const [i, reader] of readers.entries()) {
    const text = values[i] ?? '';
    if (text === '' || reader === undefined) continue;
    const { name } = reader;
    const value = text === NOTHING ? null : reader.read(text);
    const [path = '', field, ...more] = name.split('.');
    if (field === undefined || more.length > 0) record[name] = value;
    else {
      const [type, relationship] = path.includes(':') ? path.split(':', 2) : [undefined, path];
      record[relationship ?? ''] = {
        ...(type === undefined ? {} : { attributes: { type } }),
        [field]: value,
      };
    }
  }
  return record;
}
