import { wallClockInstant } from '@muster/kernel';
import type { StorageType } from '@muster/metadata';
import type { LoadOptions } from './bulk-job.js';

const DAY = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/;
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?\s?m\.?)?$/i;
const ORDERS = { YMD: [0, 1, 2], DMY: [2, 1, 0], MDY: [2, 0, 1] } as const;
const NUMBERS = {
  POINT: /^[+-]?(\d+|\d{1,3}(?:[,'\u00a0\u202f ]\d{3})+)(?:\.\d+)?$/,
  COMMA: /^[+-]?(\d+|\d{1,3}(?:[.'\u00a0\u202f ]\d{3})+)(?:,\d+)?$/,
} as const;

/**
 * A value as fields take it, from the way a person's file writes days, times and numbers. What is not written that way
 * stays as it is, so that the field refuses it in its own words.
 */
export function readFormat(text: string, storage: StorageType, options: LoadOptions): string {
  const trimmed = text.trim();
  switch (storage) {
    case 'date':
      return (options.dateOrder && readDay(trimmed, options.dateOrder)) ?? text;
    case 'timestamptz':
      return readInstant(trimmed, options) ?? text;
    case 'numeric':
    case 'integer':
      return (options.decimalSeparator && readNumber(trimmed, options.decimalSeparator)) ?? text;
    default:
      return text;
  }
}

/** `2026-11-25` from a day in this order. Years have four digits: two would be guessed. */
function readDay(text: string, order: keyof typeof ORDERS): string | undefined {
  const parts = DAY.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  const [year = '', month = '', day = ''] = ORDERS[order].map((place) => parts[place] ?? '');
  if (year.length !== 4 || month.length > 2 || day.length > 2) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readInstant(text: string, { dateOrder = 'YMD', timeZone }: LoadOptions): string | undefined {
  const [dayText = '', ...clock] = text.split(/[T\s]+/);
  const day = readDay(dayText, dateOrder);
  const time = clock.length === 0 ? '00:00' : readClock(clock.join(' '));
  if (day === undefined || time === undefined || timeZone === undefined) return undefined;
  const at = wallClockInstant(`${day}T${time.slice(0, 5)}`, timeZone);
  return at === undefined
    ? undefined
    : new Date(at + Number(time.slice(6) || 0) * 1000).toISOString().replace('.000Z', 'Z');
}

/** `14:30` or `14:30:05` from a time of 24 or 12 hours. */
function readClock(text: string): string | undefined {
  const [, hourText = '', minute = '', second, half] = CLOCK.exec(text) ?? [];
  if (minute === '') return undefined;
  const hour = Number(hourText);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** `-1234.5` from a number that may part its thousands. */
function readNumber(text: string, separator: keyof typeof NUMBERS): string | undefined {
  if (!NUMBERS[separator].test(text)) return undefined;
  const plain = text.replaceAll(separator === 'COMMA' ? /[.'\u00a0\u202f ]/g : /[,'\u00a0\u202f ]/g, '');
  return plain.replace(',', '.');
}
