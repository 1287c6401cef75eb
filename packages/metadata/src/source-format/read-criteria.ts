import type { CriteriaItem } from '../model.js';
import type { ElementReader } from './element-reader.js';

/** Filter operations of the metadata API that compare one field with one value. */
const OPERATIONS = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
  'includes',
  'excludes',
] as const;

/**
 * The conditions of a sharing rule or list view, all of which must hold. Undefined, and an error, when they cannot
 * be read to the last one or are combined in another way: fewer conditions would let more records through.
 */
export function readCriteria(
  reader: ElementReader,
  elementName: string,
): readonly CriteriaItem[] | undefined {
  const items = reader.children(elementName).map((item): CriteriaItem | undefined => {
    const field = item.required('field');
    const operation = item.choice('operation', OPERATIONS);
    const value = item.text('value') ?? '';
    const other = item.text('valueField');
    if (other !== undefined) item.error(`comparing with the field ${other} is not supported`);
    if (operation === undefined && !item.childNames.includes('operation'))
      item.error('<operation> is missing');
    return field === undefined || operation === undefined || other !== undefined
      ? undefined
      : { field, operation, value };
  });
  const logic = reader.text('booleanFilter');
  if (logic !== undefined && !/^\s*\d+(\s+and\s+\d+)*\s*$/i.test(logic)) {
    reader.error(`<booleanFilter> ${logic} is not supported: conditions are joined by AND only`);
    return undefined;
  }
  const complete = items.filter((item) => item !== undefined);
  return complete.length === items.length ? complete : undefined;
}
