import type { CaseSummary } from '@muster/client';

/** Whether anybody still has to do something: a case that is over waits on nobody. */
export function isOpenCase({ waitingOn }: Pick<CaseSummary, 'waitingOn'>): boolean {
  return waitingOn !== null;
}
