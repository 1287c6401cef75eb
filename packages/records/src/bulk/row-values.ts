import type { FieldValues } from '../session/session.js';

/** Stands in a file for "make it empty"; an empty value leaves a field as it is. */
const NOTHING = '#N/A';

/** The values of a row by the names of its columns: lookups may be named by `Rel.Field` and `Type:Rel.Field`. */
export function rowValues(header: readonly string[], values: readonly string[]): FieldValues {
  const record: Record<string, unknown> = {};
  for (const [i, name] of header.entries()) {
    const text = values[i] ?? '';
    if (text === '' || name === '') continue;
    const value = text === NOTHING ? null : text;
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
