import { findField, findObject, type Snapshot } from '@muster/metadata';

/** Statuses that operations set; an org may have more, which wait on support unless they are closed. */
export const WORKING = 'Working';
export const WAITING_ON_PERSON = 'Waiting on officer';
export const SOLVED = 'Solved';

/** Whether a case of this status is closed, as the org's metadata says. */
export function isClosedStatus(snapshot: Snapshot, status: string | null): boolean {
  const object = findObject(snapshot, 'Case');
  const values = (object && findField(object, 'Status')?.picklist?.values) ?? [];
  return values.some((each) => each.isClosed === true && each.value === status);
}

/** Whose turn it is: `me` is the person the case is for. */
export function waitingOn(status: string | null, isClosed: boolean): 'me' | 'support' | null {
  if (isClosed) return null;
  return status === WAITING_ON_PERSON ? 'me' : 'support';
}
