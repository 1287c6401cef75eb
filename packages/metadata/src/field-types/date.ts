import { isCalendarDate } from './calendar-date.js';
import type { FieldType } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, stored } from './parse-result.js';

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A day, `2026-11-25`, from 1700-01-01 to 4000-12-31. Other spellings are refused, not guessed. */
export const dateType: FieldType = {
  storage: 'date',
  columnType: () => 'date',
  parse(_field, input) {
    if (isEmpty(input)) return EMPTY;
    const match = typeof input === 'string' ? DATE.exec(input) : null;
    if (match === null || !isCalendarDate(Number(match[1]), Number(match[2]), Number(match[3]))) {
      return cannotDeserialize('date', input);
    }
    return stored(match[0]);
  },
  toJson: (text) => `"${text}"`,
  toPlainText: (text) => text,
  describeType: 'date',
  soapType: 'xsd:date',
  filterable: true,
  sortable: true,
  groupable: true,
  foldsCase: false,
  formulaType: 'Date',
};
