import { earlier, type Instant } from './calendar.js';
import type { HiringEvent } from './events.js';

export interface EventsInForce {
  /** Events neither annulled nor in the future, in the order in which they happened. */
  readonly events: readonly HiringEvent[];
  /** When the next known event takes effect, if one lies after `now`. */
  readonly nextEffectiveAt: Instant | undefined;
}

/**
 * What counts of a log at `now`, as it was known at `knownAt`. `log` is in the order of recording; of two events
 * effective at the same instant the one recorded first happened first.
 */
export function eventsInForce(
  log: readonly HiringEvent[],
  now: Instant,
  knownAt = Number.POSITIVE_INFINITY,
): EventsInForce {
  const annulled = annulledIds(log, knownAt);
  const events: HiringEvent[] = [];
  let nextEffectiveAt: Instant | undefined;
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const event of log) {
    if (event.recordedAt > knownAt || event.kind === 'corrected' || annulled?.has(event.id)) continue;
    if (event.effectiveAt > now) {
      nextEffectiveAt = earlier(nextEffectiveAt, event.effectiveAt);
      continue;
    }
    if (event.effectiveAt < last) isSorted = false;
    last = event.effectiveAt;
    events.push(event);
  }
  if (!isSorted) events.sort((a, b) => a.effectiveAt - b.effectiveAt);
  return { events, nextEffectiveAt };
}

/**
 * Ids of the events that corrections known at `knownAt` annul, or undefined when there is no correction. Read from
 * the last recorded to the first, so that a correction which is itself annulled annuls nothing. A replacement of a
 * correction takes over what that one annulled.
 */
export function annulledIds(log: readonly HiringEvent[], knownAt: Instant): ReadonlySet<string> | undefined {
  if (!log.some((event) => event.corrects !== undefined)) return undefined;
  const placeOf = new Map(log.map((event, place) => [event.id, place]));
  const annulled = new Set<string>();
  for (let place = log.length - 1; place >= 0; place--) {
    const event = log[place];
    if (!event || event.recordedAt > knownAt || annulled.has(event.id)) continue;
    let target = earlierEvent(log, placeOf, event.corrects, place);
    while (target && !annulled.has(target.id)) {
      annulled.add(target.id);
      target = event.kind === 'corrected' ? undefined : earlierEvent(log, placeOf, target.corrects, place);
    }
  }
  return annulled;
}

function earlierEvent(
  log: readonly HiringEvent[],
  placeOf: ReadonlyMap<string, number>,
  id: string | undefined,
  before: number,
): HiringEvent | undefined {
  const place = id === undefined ? undefined : placeOf.get(id);
  return place === undefined || place >= before ? undefined : log[place];
}
