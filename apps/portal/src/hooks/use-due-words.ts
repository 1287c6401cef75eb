import { type Moment, useFormats } from '@muster/ui';

/** A day as people say it: "Fri 4 Dec" and "in 9 days"; `isPast` once it is over. */
export interface DueWords {
  readonly day: string;
  readonly inDays: string;
  readonly isPast: boolean;
}

/** Puts the day something is due into words. */
export function useDueWords(): (moment: Moment) => DueWords {
  const formats = useFormats();
  return (moment) => ({
    day: formats.weekday(moment),
    inDays: formats.relativeDay(moment),
    isPast: daysFromNow(moment) < 0,
  });
}

/** Whole days until an instant, or until the end of a calendar day; negative once it has passed. */
export function daysFromNow(moment: Moment, now = Date.now()): number {
  const isDay = typeof moment === 'string' && moment.length === 10;
  const end = isDay ? Date.parse(`${moment}T23:59:59`) : new Date(moment).getTime();
  return Math.floor((end - now) / 86_400_000);
}
