import type { StepLane } from '@muster/client';

/** Whether somebody has to do something about a step. */
export function isOpen({ state }: Pick<StepLane, 'state'>): boolean {
  return state === 'open' || state === 'waiting' || state === 'scheduled';
}

/** Whether a step was stopped while it was open. */
export function isHeld({ state }: Pick<StepLane, 'state'>): boolean {
  return state === 'held';
}
