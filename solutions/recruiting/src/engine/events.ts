import type { Instant } from './calendar.js';
import type { Party } from './process.js';

/** What can be recorded about one application. */
export const eventKinds = [
  'lead.created',
  'contact.made',
  'application.started',
  'application.saved',
  'application.submitted',
  'fact.recorded',
  'preference.claimed',
  'preference.adjudicated',
  'stage.entered',
  'stage.scheduled',
  'stage.attended',
  'stage.no_show',
  'stage.completed',
  'stage.waived',
  'stage.expired',
  'investigation.opened',
  'investigation.closed',
  'selected',
  'offer.tentative',
  'offer.final',
  'offer.accepted',
  'offer.declined',
  'offer.expired',
  'onduty',
  'academy.entered',
  'academy.graduated',
  'academy.left',
  'hold.started',
  'hold.ended',
  'hold.lapsed',
  'adjudication.opened',
  'adjudication.favourable',
  'adjudication.unfavourable',
  'withdrawn',
  'disqualified',
  'left',
  'review.requested',
  'review.refused',
  'review.granted',
  'corrected',
] as const;
export type EventKind = (typeof eventKinds)[number];

export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** A date in the step's calendar: a test session, a clinic slot, or the day and class of entry on duty. */
export interface Appointment {
  readonly startsAt: Instant;
  readonly place?: string;
  /** Id of the session or class in which a seat is taken. */
  readonly session?: string;
}

/** How something reached the agency that was not entered in the portal. */
export const channels = ['phone', 'letter', 'email', 'in_person'] as const;
export type Channel = (typeof channels)[number];

export interface EventData {
  /** Facts that became known; any event may carry them. */
  readonly facts?: Facts;
  readonly appointment?: Appointment;
  /** Until when an offer may be answered; without it the step's answer period runs from the offer. */
  readonly answerBy?: Instant;
  /** Code of the disposition that ends the application. */
  readonly disposition?: string;
  /** When a hold ends by itself; without it somebody has to end it. */
  readonly until?: Instant;
  /** How a request came that staff record for a candidate. */
  readonly channel?: Channel;
}

/** One line of an application's log. Never edited: a mistake is put right by a later event that names it. */
export interface HiringEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly step?: string | undefined;
  readonly attempt?: number | undefined;
  readonly outcome?: string | undefined;
  /** When it happened. */
  readonly effectiveAt: Instant;
  /** When it entered the log. */
  readonly recordedAt: Instant;
  readonly author: string;
  readonly reason?: string | undefined;
  /** From this event on, the step (or the adjudication) waits on this party. */
  readonly waitingOn?: Party | undefined;
  /**
   * Id of an earlier event that is annulled. Kind `corrected` only annuls; any other kind also takes its place.
   * Annulling a correction brings back what it had annulled.
   */
  readonly corrects?: string | undefined;
  readonly data?: EventData | undefined;
}
