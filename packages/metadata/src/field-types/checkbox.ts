import type { FieldType } from './field-type.js';
import { cannotDeserialize, isEmpty, stored } from './parse-result.js';

/** Spellings of the Bulk API, which takes them in any case. */
const TRUE_TEXTS = new Set(['true', 'yes', 'y', 'on', '1', 't']);
const FALSE_TEXTS = new Set(['false', 'no', 'n', 'off', '0', 'f']);

/** True or false, never null: no value is false. */
export const checkboxType: FieldType = {
  storage: 'boolean',
  columnType: () => 'boolean',
  columnAttributes: 'not null default false',
  parse(_field, input) {
    if (isEmpty(input)) return stored('false');
    if (typeof input === 'boolean') return stored(String(input));
    if (typeof input === 'string') {
      const text = input.toLowerCase();
      if (TRUE_TEXTS.has(text)) return stored('true');
      if (FALSE_TEXTS.has(text)) return stored('false');
    }
    return cannotDeserialize('boolean', input);
  },
  toJson: asTrueOrFalse,
  toPlainText: asTrueOrFalse,
  describeType: 'boolean',
  soapType: 'xsd:boolean',
  filterable: true,
  sortable: true,
  groupable: true,
  foldsCase: false,
  formulaType: 'Boolean',
};

/** PostgreSQL sends `t` and `f`. */
function asTrueOrFalse(text: string): string {
  return text.startsWith('t') ? 'true' : 'false';
}
