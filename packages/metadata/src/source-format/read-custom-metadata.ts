import type { CustomMetadataSource } from './component.js';
import type { ElementReader } from './element-reader.js';

/** A `CustomMetadata` record; its file is named `Type.Name`. */
export function readCustomMetadata(root: ElementReader, fullName: string): CustomMetadataSource | undefined {
  const [type, name, ...rest] = fullName.split('.');
  root.text('protected');
  const label = root.text('label') ?? name;
  const values = new Map<string, string | undefined>();
  for (const reader of root.children('values')) {
    const field = reader.required('field');
    const value = reader.text('value');
    if (field !== undefined) values.set(field, value);
  }
  if (type === undefined || name === undefined || label === undefined || rest.length > 0) {
    root.error(`${fullName} is no name of a record, expected a type, a dot and a name`);
    return undefined;
  }
  return { object: `${type}__mdt`, name, label, values };
}
