import type { ApplicationView } from '@muster/client';
import { useClient } from './client-context.js';
import { useStaffChange } from './use-staff-change.js';

/** Records the result of a step. */
export function useRecordResult(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.recordResult, onDone);
}

/** Sets an appointment for a step, for a first attempt or another one. */
export function useScheduleStep(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.scheduleStep, onDone);
}

/** Says on whom a step waits from now on. */
export function useSetWaitingOn(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.waitingOn, onDone);
}

/** Makes the conditional or the final offer. */
export function useMakeOffer(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.makeOffer, onDone);
}

/** Sets the day of entry on duty and the post. */
export function useEnterOnDuty(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.enterOnDuty, onDone);
}

/** Records what became known; a gate may stop costly steps. */
export function useRecordFact(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.recordFact, onDone);
}

/** Decides on what a gate has stopped. */
export function useAdjudicate(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.adjudicate, onDone);
}

/** Ends the application with a disposition. */
export function useCloseApplication(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.closeApplication, onDone);
}

/** Puts a mistaken entry right by a later one that names it. */
export function useReverseEvent(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.reverseEvent, onDone);
}

/** Records a request for a review that did not come through the portal. */
export function useRecordReview(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.recordReview, onDone);
}

/** Decides whether a decision stands. */
export function useDecideReview(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.decideReview, onDone);
}

/** Stops the application or one step. */
export function usePutOnHold(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.hold, onDone);
}

/** Ends a hold. */
export function useReleaseHold(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.releaseHold, onDone);
}

/** Does without a step. */
export function useWaiveStep(view: ApplicationView, onDone: () => void) {
  return useStaffChange(view, useClient().recruiting.waiveStep, onDone);
}
