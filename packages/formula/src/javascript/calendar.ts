import { FormulaFault } from './formula-error.js';

/**
 * The calendar of formulas. A date is a whole number of days since 1970-01-01, a date-time milliseconds since
 * 1970-01-01T00:00Z, a time milliseconds since midnight; dates and times belong to no zone.
 */
export const dayLength = 86_400_000;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const firstDay = dayNumber({ year: 1, month: 1, day: 1 });
const lastDay = dayNumber({ year: 9999, month: 12, day: 31 });

function dayNumber({ year, month, day }: CivilDate): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayLength;
}

/** The day of a civil date; undefined when there is no such date in the years 1 to 9999. */
export function dayOf(civil: CivilDate): number | undefined {
  const { year, month, day } = civil;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return dayNumber(civil);
}

export function civilOf(day: number): CivilDate {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day itself, unless it lies outside the years 1 to 9999. */
export function withinCalendar(day: number): number {
  if (!(day >= firstDay && day <= lastDay)) {
    throw new FormulaFault('OutOfRange', 'The date is outside the years 1 to 9999.');
  }
  return day;
}

/** As `withinCalendar`, for a date-time. */
export function instantWithinCalendar(instant: number): number {
  withinCalendar(Math.floor(instant / dayLength));
  return instant;
}

/**
 * The same day `months` later (or earlier). A last day of a month stays one, and a day the month does not have
 * becomes its last: Salesforce's ADDMONTHS.
 */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayInMonth } = civilOf(day);
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  const length = daysInMonth(targetYear, targetMonth);
  const isLast = dayInMonth === daysInMonth(year, month);
  return withinCalendar(
    dayNumber({ year: targetYear, month: targetMonth, day: isLast ? length : Math.min(dayInMonth, length) }),
  );
}

const datePattern = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const dateTimePattern = /^(\d{4}-\d{1,2}-\d{1,2})[ T](\d{1,2}:\d{1,2}:\d{1,2})(?:\.(\d{1,9}))?$/;
const zonePattern = /(?:Z|([+-])(\d{2}):?(\d{2}))$/;
const timePattern = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,3}))?$/;

/** Reads `2026-03-01` (or `2026-3-1`). Undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  return dayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** Reads `2026-03-01 14:05:00` or its ISO forms; without a zone it is UTC. Undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  const zone = zonePattern.exec(text);
  const match = dateTimePattern.exec(zone === null ? text : text.slice(0, zone.index));
  const day = parseDay(match?.[1] ?? '');
  const time = parseTime(`${match?.[2]}.${match?.[3]?.slice(0, 3) ?? '0'}`);
  if (day === undefined || time === undefined) return undefined;
  const offset = zone?.[1] === undefined ? 0 : (Number(zone[2]) * 60 + Number(zone[3])) * 60_000;
  return day * dayLength + time - (zone?.[1] === '-' ? -offset : offset);
}

/** Reads `14:05:00` or `14:05:00.250`. Undefined for anything else. */
export function parseTime(text: string): number | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((match[4] ?? '').padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** `2026-03-01` */
export function formatDay(day: number): string {
  const { year, month, day: dayInMonth } = civilOf(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayInMonth, 2)}`;
}

/** `14:05:00.000` */
export function formatTime(time: number): string {
  const seconds = Math.floor(time / 1000);
  return `${formatSeconds(seconds)}.${padded(time - seconds * 1000, 3)}`;
}

/** The date and the time of day of a date-time, in UTC. */
export function splitInstant(instant: number): { readonly day: number; readonly time: number } {
  const day = Math.floor(instant / dayLength);
  return { day, time: instant - day * dayLength };
}

/** `2026-03-01T14:05:00.000Z` */
export function formatInstant(instant: number): string {
  const { day, time } = splitInstant(instant);
  return `${formatDay(day)}T${formatTime(time)}Z`;
}

/** `14:05:00` */
export function formatSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}:${padded(seconds % 60, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
