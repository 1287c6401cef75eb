import { isCalendarDate } from './calendar-date.js';
import type { FieldType } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, stored } from './parse-result.js';

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/**
 * An instant in whole seconds; fractions are cut off. A time without a zone is refused, not guessed.
 * PostgreSQL must send times in UTC (`set time zone 'UTC'`), as the store's connections do.
 */
export const dateTimeType: FieldType = {
  storage: 'timestamptz',
  columnType: () => 'timestamp(0) with time zone',
  parse(_field, input) {
    if (isEmpty(input)) return EMPTY;
    const instant = typeof input === 'string' ? parseInstant(input) : undefined;
    return instant === undefined ? cannotDeserialize('datetime', input) : stored(postgresText(instant));
  },
  toJson: (text) => `"${text.slice(0, 10)}T${text.slice(11, 19)}.000+0000"`,
  toPlainText: (text) => `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`,
  describeType: 'datetime',
  soapType: 'xsd:dateTime',
  filterable: true,
  sortable: true,
  groupable: false,
  foldsCase: false,
  formulaType: 'DateTime',
};

/**
 * Milliseconds since 1970 of a date-time as clients write it: `2026-11-25T07:42:28Z`, with a fraction, with
 * `+00:00` or `+0000`. Undefined when it is none.
 */
export function parseInstant(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offset = offsetMinutes(match[7] ?? 'Z');
  if (!isCalendarDate(year, month, day) || hour > 23 || minute > 59 || second > 59 || offset === undefined) {
    return undefined;
  }
  const instant = Date.UTC(year, month - 1, day, hour, minute - offset, second);
  const utcYear = new Date(instant).getUTCFullYear();
  return isCalendarDate(utcYear, 1, 1) ? instant : undefined;
}

/** Minutes east of UTC; undefined past the 14 hours that exist. */
function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The text PostgreSQL itself writes for an instant in UTC. */
function postgresText(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}+00`;
}
