import type { StepLane } from '@muster/client';

/** Whether somebody has to do something about a step; also when its result ran out and is to be taken again. */
export function isOpen({ waitingOn, state }: Pick<StepLane, 'waitingOn' | 'state'>): boolean {
  return waitingOn !== null && state !== 'held';
}

/** Whether a step was stopped while it was open. */
export function isHeld({ state }: Pick<StepLane, 'state'>): boolean {
  return state === 'held';
}
