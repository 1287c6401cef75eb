import type { HoldView } from '../contract/index.js';
import type { Hold } from '../engine/index.js';

/** A hold as staff read it; its reason only where the reader may know it. */
export function holdView({ since, until, waitingOn, reason }: Hold, isOpenToReader: boolean): HoldView {
  return {
    since: new Date(since).toISOString(),
    until: until === undefined ? null : new Date(until).toISOString(),
    waitingOn,
    reason: isOpenToReader ? reason : null,
  };
}
