import type { ListViewDef } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { readCriteria } from './read-criteria.js';

/** A `ListView`; undefined, and an error, when it cannot be shown as meant. */
export function readListView(root: ElementReader, object: string): ListViewDef | undefined {
  const name = root.required('fullName');
  const label = root.required('label');
  const filterScope = root.choice('filterScope', ['Everything', 'Mine']);
  const columns = root.texts('columns');
  const filters = readCriteria(root, 'filters');
  if (name === undefined || label === undefined || filterScope === undefined || filters === undefined)
    return undefined;
  return { name, object, label, columns, filters, filterScope };
}
