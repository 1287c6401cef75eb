import type { Instant } from './calendar.js';
import type { HiringEvent } from './events.js';
import type { Hold } from './state.js';

/** The last hold of a step or an application, also once it is over. */
export interface HoldTally extends Hold {
  /** Somebody ended it, at `until`. Otherwise time does. */
  readonly isReleased: boolean;
}

/** The hold an event starts. */
export function holdOf({ waitingOn, effectiveAt, reason, data }: HiringEvent): HoldTally {
  return {
    waitingOn: waitingOn ?? 'agency',
    since: effectiveAt,
    until: data?.until,
    reason: reason ?? '',
    isReleased: false,
  };
}

/** The hold ended by somebody at an instant; one that was over by then stays as it was. */
export function released(hold: HoldTally | undefined, at: Instant): HoldTally | undefined {
  return hold && isActive(hold, at) ? { ...hold, until: at, isReleased: true } : hold;
}

/** The hold that stands at an instant. */
export function standingHold(hold: HoldTally | undefined, now: Instant): Hold | undefined {
  if (!hold || !isActive(hold, now)) return undefined;
  const { waitingOn, since, until, reason } = hold;
  return { waitingOn, since, until, reason };
}

/** Until when the last hold stood, once it is over: from then on the clock runs for whoever is next. */
export function heldUntil(hold: HoldTally | undefined, now: Instant): Instant | undefined {
  return hold && !isActive(hold, now) ? hold.until : undefined;
}

/** When time ended the last hold, if it did. */
export function holdLapse(hold: HoldTally | undefined, now: Instant): Instant | undefined {
  return hold?.isReleased === false ? heldUntil(hold, now) : undefined;
}

const isActive = ({ until }: HoldTally, now: Instant): boolean => until === undefined || now < until;
