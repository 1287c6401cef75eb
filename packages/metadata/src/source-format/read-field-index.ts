import type { CustomIndexSource } from './component.js';
import type { ElementReader } from './element-reader.js';

/** A `CustomIndex`; its file's name says of which field: `Object.Field.indx-meta.xml`. */
export function readFieldIndex(root: ElementReader, name: string): CustomIndexSource | undefined {
  const [object, field, ...more] = name.split('.');
  const includesEmpty = root.flag('allowNullValues') ?? false;
  root.flag('booleanIndexedValue');
  if (object && field && more.length === 0) return { object, field, includesEmpty };
  root.error('an index is named after its object and field: Object.Field');
  return undefined;
}
