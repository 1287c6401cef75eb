import { dayInZone } from '@muster/kernel';
import type { Locale } from './locale.js';
import { uiMessages } from './ui-messages.js';

/** A moment as a Date or ISO text; ISO text without a time ("2026-11-03") is a calendar day and never shifts by zone. */
export type Moment = Date | string;

/** How dates, times and numbers look in one language and time zone. */
export interface Formats {
  readonly locale: Locale;
  readonly timeZone: string;
  /** "3 Nov", with the year when it is not this one. */
  readonly day: (moment: Moment) => string;
  /** "3 November 2026" */
  readonly longDay: (moment: Moment) => string;
  /** "Tue 3 Nov" */
  readonly weekday: (moment: Moment) => string;
  /** "10:42" */
  readonly time: (moment: Moment) => string;
  /** "3 Nov, 10:42"; a calendar day has no time of day. */
  readonly dateTime: (moment: Moment) => string;
  /** "today", "yesterday", "in 3 days", "12 days ago": whole calendar days in the zone. */
  readonly relativeDay: (moment: Moment) => string;
  /** Time gone by, short, for queues: "34 min", "5 h", "12 d". */
  readonly age: (moment: Moment) => string;
  /** "since 3 Nov" */
  readonly since: (moment: Moment) => string;
  /** "Good until 14 Feb", or "Expired 14 Feb" once the day is over. */
  readonly goodUntil: (moment: Moment) => string;
  /** "saved 10:42" */
  readonly saved: (moment: Moment) => string;
  /** "2,470" */
  readonly number: (value: number, fractionDigits?: number) => string;
  /** A ratio as per cent: 0.015 is "1.5%". */
  readonly percent: (ratio: number, fractionDigits?: number) => string;
  /** Whole dollars and the like: "$2,300". */
  readonly money: (value: number, currency?: string) => string;
  /** "2.4 MB" */
  readonly fileSize: (bytes: number) => string;
  /** "Lena, Idris and Priya" */
  readonly list: (items: readonly string[]) => string;
}

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', es: 'es' };
const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** Formats for a language and an IANA time zone; `now` decides about years and relative days. */
export function createFormats(locale: Locale, timeZone: string, now: () => Date): Formats {
  const tag = tags[locale];
  const dates = dateFormats(tag, timeZone, now);
  const number = (value: number, fractionDigits = 0) =>
    new Intl.NumberFormat(tag, {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    }).format(value);
  const say = (key: Parameters<typeof uiMessages.format>[1], values: Record<string, string | number>) =>
    uiMessages.format(locale, key, values);
  return {
    locale,
    timeZone,
    ...dates,
    relativeDay: (moment) => relativeDay(tag, dayNumber(moment, timeZone) - dayNumber(now(), timeZone)),
    age: (moment) => {
      const elapsed = now().getTime() - instant(moment).getTime();
      if (elapsed < minute) return say('ui.age.now', {});
      if (elapsed < hour) return say('ui.age.minutes', { count: Math.floor(elapsed / minute) });
      if (elapsed < 2 * dayLength) return say('ui.age.hours', { count: Math.floor(elapsed / hour) });
      return say('ui.age.days', { count: Math.floor(elapsed / dayLength) });
    },
    since: (moment) => say('ui.date.since', { date: dates.day(moment) }),
    goodUntil: (moment) =>
      say(
        dayNumber(moment, timeZone) < dayNumber(now(), timeZone) ? 'ui.date.expired' : 'ui.date.goodUntil',
        {
          date: dates.day(moment),
        },
      ),
    saved: (moment) => say('ui.date.saved', { time: dates.time(moment) }),
    number,
    percent: (ratio, fractionDigits = 0) =>
      new Intl.NumberFormat(tag, {
        style: 'percent',
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }).format(ratio),
    money: (value, currency = 'USD') =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 0,
      }).format(value),
    fileSize: (bytes) => fileSize(bytes, number),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items),
  };
}

function dateFormats(tag: string, timeZone: string, now: () => Date) {
  const format = (moment: Moment, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, {
      ...options,
      timeZone: isCalendarDay(moment) ? 'UTC' : timeZone,
    }).format(instant(moment));
  const yearOf = (moment: Moment) => format(moment, { year: 'numeric' });
  const day = (moment: Moment) =>
    format(moment, {
      day: 'numeric',
      month: 'short',
      ...(yearOf(moment) === yearOf(now()) ? {} : { year: 'numeric' }),
    });
  const time = (moment: Moment) => format(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    day,
    longDay: (moment: Moment) => format(moment, { day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: (moment: Moment) =>
      `${format(moment, { weekday: 'short' })} ${format(moment, { day: 'numeric', month: 'short' })}`,
    time,
    dateTime: (moment: Moment) => (isCalendarDay(moment) ? day(moment) : `${day(moment)}, ${time(moment)}`),
  };
}

function isCalendarDay(moment: Moment): boolean {
  return typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment);
}

function instant(moment: Moment): Date {
  return typeof moment === 'string' ? new Date(moment) : moment;
}

function dayNumber(moment: Moment, timeZone: string): number {
  if (isCalendarDay(moment)) return instant(moment).getTime() / dayLength;
  return Date.parse(dayInZone(instant(moment).getTime(), timeZone)) / dayLength;
}

function relativeDay(tag: string, days: number): string {
  return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, 'day');
}

function fileSize(bytes: number, number: (value: number, fractionDigits?: number) => string): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1000)))} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
  return `${number(size, Number.isInteger(size) ? 0 : 1)} ${unit}`;
}
