import type { Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import { eventRules } from './event-rules.js';
import type { HiringEvent } from './events.js';
import { eventsInForce } from './events-in-force.js';
import { holdLapse } from './holding.js';
import { momentOf } from './moment.js';
import { replay } from './replay.js';
import type { Lapse, Tally } from './tally.js';

/** An event that time alone brings about. Whoever appends it adds id, recording time and author. */
export interface ClockEvent {
  readonly kind: Lapse['kind'];
  readonly step: string | undefined;
  readonly attempt: number | undefined;
  readonly effectiveAt: Instant;
}

/**
 * Results and offers that ran out by `now`, and holds that ended, which are not yet in the log, oldest first. Appending them leaves none due.
 * They are for readers of the log: the fold knows of expiry from the time.
 */
export function dueClockEvents(
  process: Process,
  log: readonly HiringEvent[],
  now: Instant,
): readonly ClockEvent[] {
  const { events } = eventsInForce(log, now);
  const tally = replay(process, events);
  const noted = new Set(events.filter((event) => eventRules[event.kind].byClock).map(nameOf));
  const due: ClockEvent[] = [];
  for (const { kind, step, attempt, at } of [...tally.lapses, ...lapsesAt(process, tally, now)]) {
    const event: ClockEvent = { kind, step, attempt, effectiveAt: at };
    if (noted.has(nameOf(event))) continue;
    noted.add(nameOf(event));
    due.push(event);
  }
  return due.sort((a, b) => a.effectiveAt - b.effectiveAt);
}

const nameOf = ({
  kind,
  step,
  attempt,
  effectiveAt,
}: Pick<HiringEvent, 'kind' | 'step' | 'attempt' | 'effectiveAt'>) =>
  `${kind} ${step} ${attempt} ${effectiveAt}`;

/** What has run out at `now` and was not followed by a new attempt. */
function lapsesAt(process: Process, tally: Tally, now: Instant): Lapse[] {
  const lapses: Lapse[] = [];
  const moment = momentOf(process, tally, now);
  const endOfHold = (step: string | undefined, at: Instant | undefined) => {
    if (at !== undefined) lapses.push({ kind: 'hold.lapsed', step, attempt: undefined, at });
  };
  endOfHold(undefined, holdLapse(tally.hold, moment.now));
  for (const [index, { how, expiredAt, offerLapsedAt }] of moment.standings.entries()) {
    const step = process.steps[index]?.key ?? '';
    if (how === undefined) endOfHold(step, holdLapse(tally.steps[index]?.hold, moment.now));
    const attempts = tally.steps[index]?.attempts ?? 0;
    if (expiredAt !== undefined)
      lapses.push({ kind: 'stage.expired', step, attempt: attempts, at: expiredAt });
    if (offerLapsedAt !== undefined) {
      lapses.push({ kind: 'offer.expired', step, attempt: attempts + 1, at: offerLapsedAt });
    }
  }
  return lapses;
}
