import type { FieldType } from './field-type.js';
import { EMPTY, stored } from './parse-result.js';
import { allowsValue, badPicklistValue } from './picklist.js';
import { parseText, textLike } from './text-like.js';

const LENGTH = 4099;

/** Several values of a list, `a;b`, each once, in the order they were given. */
export const multiselectPicklistType: FieldType = {
  ...textLike({ describeType: 'multipicklist', defaultLength: LENGTH, comparable: true, groupable: false }),
  hasPicklist: true,
  sortable: false,
  foldsCase: false,
  formulaType: 'Multipicklist',
  parse(field, input) {
    const parsed = parseText(field, input, 'multipicklist', LENGTH);
    if (!parsed.ok || parsed.value === null) return parsed;
    const values = new Set(parsed.value.split(';').filter((value) => value !== ''));
    for (const value of values) {
      if (!allowsValue(field, value)) return badPicklistValue(field, value);
    }
    return values.size === 0 ? EMPTY : stored([...values].join(';'));
  },
};
