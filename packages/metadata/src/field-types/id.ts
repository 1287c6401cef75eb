import { tryParseId } from '@muster/kernel';
import type { FieldType } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, preview, refused, stored } from './parse-result.js';

/** A record id: 15 or 18 characters in, 18 stored. Which object it belongs to is checked where the snapshot is known. */
export const idType: FieldType = {
  storage: 'id',
  columnType: () => 'text',
  columnAttributes: 'collate "C"',
  parse(field, input) {
    if (isEmpty(input)) return EMPTY;
    if (typeof input !== 'string') return cannotDeserialize('id', input);
    const id = tryParseId(input);
    if (id !== undefined) return stored(id);
    return refused('MALFORMED_ID', `${field.label}: id value of incorrect type: ${preview(input)}`);
  },
  toJson: (text) => `"${text}"`,
  toPlainText: (text) => text,
  describeType: 'id',
  soapType: 'tns:ID',
  filterable: true,
  sortable: true,
  groupable: true,
  foldsCase: false,
  formulaType: 'Id',
};
