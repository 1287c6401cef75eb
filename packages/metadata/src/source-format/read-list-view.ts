import { LIST_VIEW_SCOPES, type ListViewDef } from '../model.js';
import type { ElementReader } from './element-reader.js';
import { present } from './present.js';
import { readCriteria, readFilterLogic } from './read-criteria.js';

/** A `ListView`; undefined, and an error, when it cannot be shown as meant. */
export function readListView(root: ElementReader, object: string): ListViewDef | undefined {
  const name = root.required('fullName');
  const label = root.required('label');
  const filterScope = root.choice('filterScope', LIST_VIEW_SCOPES);
  const queue = root.text('queue');
  const columns = root.texts('columns');
  const filters = readCriteria(root, 'filters');
  const logic = readFilterLogic(root, filters?.length ?? 0);
  if (filterScope === 'Queue' && queue === undefined) root.error('<queue> is missing');
  if (name === undefined || label === undefined || filterScope === undefined) return undefined;
  if (filters === undefined || logic === 'wrong') return undefined;
  return { name, object, label, columns, filters, filterScope, ...present({ logic, queue }) };
}
