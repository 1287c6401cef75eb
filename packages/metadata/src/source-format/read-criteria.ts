import { type FilterLogic, parseFilterLogic } from '../filter-logic.js';
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
 * The conditions of a sharing rule or list view. Undefined, and an error, when they cannot be read to the last one:
 * fewer conditions would let more records through.
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
  const complete = items.filter((item) => item !== undefined);
  return complete.length === items.length ? complete : undefined;
}

/**
 * How the conditions go together; undefined where all must hold, and `'wrong'`, with an error, where the logic cannot
 * be followed.
 */
export function readFilterLogic(reader: ElementReader, count: number): FilterLogic | 'wrong' | undefined {
  const text = reader.text('booleanFilter');
  const logic = text === undefined ? undefined : parseFilterLogic(text, count);
  if (typeof logic !== 'string') return logic;
  reader.error(`<booleanFilter> ${text}: ${logic}`);
  return 'wrong';
}

/** Says of logic other than AND that it is not supported; whether that is so. */
export function refusesLogic(reader: ElementReader): boolean {
  const logic = reader.text('booleanFilter');
  if (logic === undefined || /^\s*\d+(\s+and\s+\d+)*\s*$/i.test(logic)) return false;
  reader.error(`<booleanFilter> ${logic} is not supported: conditions are joined by AND only`);
  return true;
}
