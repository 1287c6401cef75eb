import { applicationState } from './application-state.js';
import type { Instant } from './calendar.js';
import type { Process } from './compile-process.js';
import type { HiringEvent } from './events.js';
import { eventsInForce } from './events-in-force.js';
import { replay } from './replay.js';
import type { ApplicationState } from './state.js';

export interface FoldTime {
  /** The instant the state is for. */
  readonly now: Instant;
  /** Leave out what was recorded later. With `now` it gives the state as it was reported on that day. */
  readonly knownAt?: Instant;
}

/**
 * The state of an application from its log, which is in the order of recording. Events that could not have happened
 * (`checkEvent` refuses them) do no harm: they open nothing the process keeps shut.
 */
export function fold(process: Process, log: readonly HiringEvent[], time: FoldTime): ApplicationState {
  const { events, nextEffectiveAt } = eventsInForce(log, time.now, time.knownAt);
  return applicationState(process, replay(process, events), time.now, nextEffectiveAt);
}
