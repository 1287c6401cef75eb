import type { FieldType } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, stored } from './parse-result.js';

const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?Z?$/;

/** A time of day in milliseconds, `10:30:00.000Z`, without a zone of its own. */
export const timeType: FieldType = {
  storage: 'time',
  columnType: () => 'time(3) without time zone',
  parse(_field, input) {
    if (isEmpty(input)) return EMPTY;
    const match = typeof input === 'string' ? TIME.exec(input) : null;
    if (match === null) return cannotDeserialize('time', input);
    return stored(`${match[0].slice(0, 8)}.${milliseconds(match[4])}`);
  },
  toJson: (text) => `"${withMilliseconds(text)}"`,
  toPlainText: withMilliseconds,
  describeType: 'time',
  soapType: 'xsd:time',
  filterable: true,
  sortable: true,
  groupable: false,
  foldsCase: false,
  formulaType: 'Time',
};

function milliseconds(fraction = ''): string {
  return fraction.slice(0, 3).padEnd(3, '0');
}

/** PostgreSQL leaves out zeros: `10:30:00`, `10:30:00.5`. */
function withMilliseconds(text: string): string {
  return `${text.slice(0, 8)}.${milliseconds(text.slice(9))}Z`;
}
