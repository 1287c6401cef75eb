import type { FieldType } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, refused, stored } from './parse-result.js';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The bytes of a file, kept in the file store; the column holds their SHA-256. The API decodes what a client
 * uploads, stores it and saves the digest: a client's own text never reaches `parse`, or knowing a digest would
 * be enough to read somebody's file.
 */
export const fileType: FieldType = {
  storage: 'text',
  columnType: () => 'text',
  columnAttributes: 'collate "C"',
  parse(field, input) {
    if (isEmpty(input)) return EMPTY;
    if (typeof input !== 'string') return cannotDeserialize('base64', input);
    if (SHA256.test(input)) return stored(input);
    return refused(
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      `${field.label}: value not of required type: no stored file`,
    );
  },
  toJson: (text) => `"${text}"`,
  toPlainText: (text) => text,
  describeType: 'base64',
  soapType: 'xsd:base64Binary',
  isContent: true,
  filterable: false,
  sortable: false,
  groupable: false,
  foldsCase: false,
  formulaType: 'Text',
};
