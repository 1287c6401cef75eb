import type { EventKind } from './events.js';
import { type StepKind, stepKinds } from './process.js';

/** A field an event of some kind cannot do without. */
export type EventNeed = 'reason' | 'waitingOn' | 'appointment' | 'facts' | 'disposition';

export interface EventRule {
  /** Whether the event names a step, may, or must not. */
  readonly about: 'step' | 'application' | 'either';
  /** Kinds of step it is recorded on; absent: all. */
  readonly on?: readonly StepKind[];
  /** `chosen`: the event names one of the step's outcomes. Anything else is the outcome itself. */
  readonly outcome?: string;
  readonly needs?: readonly EventNeed[];
  /** Written by the clock, never by a person. */
  readonly byClock?: true;
}

const offers: readonly StepKind[] = ['conditional_offer', 'final_offer'];
const except = (...kinds: StepKind[]) => stepKinds.filter((kind) => !kinds.includes(kind));
const appointed = except('interest', ...offers);
const assessed = except('interest', ...offers, 'background', 'entry_on_duty', 'academy');

/** What each kind of event is about and must carry: the table behind checks, replay and the list of next events. */
export const eventRules: Readonly<Record<EventKind, EventRule>> = {
  'lead.created': { about: 'application' },
  'contact.made': { about: 'either' },
  'application.started': { about: 'application' },
  'application.saved': { about: 'application' },
  'application.submitted': { about: 'application' },
  'fact.recorded': { about: 'application', needs: ['facts'] },
  'preference.claimed': { about: 'application' },
  'preference.adjudicated': { about: 'application' },
  'stage.entered': { about: 'step', on: except('interest', 'background', 'academy') },
  'stage.scheduled': { about: 'step', on: appointed, needs: ['appointment'] },
  'stage.attended': { about: 'step', on: appointed },
  'stage.no_show': { about: 'step', on: appointed },
  'stage.completed': { about: 'step', on: assessed, outcome: 'chosen' },
  'stage.waived': { about: 'step', on: except('interest', 'entry_on_duty', ...offers), needs: ['reason'] },
  'stage.expired': { about: 'step', byClock: true },
  'investigation.opened': { about: 'step', on: ['background'] },
  'investigation.closed': { about: 'step', on: ['background'], outcome: 'chosen' },
  selected: { about: 'step', on: ['final_offer'] },
  'offer.tentative': { about: 'step', on: ['conditional_offer'] },
  'offer.final': { about: 'step', on: ['final_offer'] },
  'offer.accepted': { about: 'step', on: offers, outcome: 'accepted' },
  'offer.declined': { about: 'step', on: offers, outcome: 'declined' },
  'offer.expired': { about: 'step', on: offers, byClock: true },
  onduty: { about: 'step', on: ['entry_on_duty'], outcome: 'on_duty' },
  'academy.entered': { about: 'step', on: ['academy'] },
  'academy.graduated': { about: 'step', on: ['academy'], outcome: 'graduated' },
  'academy.left': { about: 'step', on: ['academy'], outcome: 'left' },
  'hold.started': { about: 'either', needs: ['waitingOn', 'reason'] },
  'hold.ended': { about: 'either' },
  'hold.lapsed': { about: 'either', byClock: true },
  'adjudication.opened': { about: 'application', needs: ['reason'] },
  'adjudication.favourable': { about: 'application', needs: ['reason'] },
  'adjudication.unfavourable': { about: 'application', needs: ['reason', 'disposition'] },
  withdrawn: { about: 'application' },
  disqualified: { about: 'application', needs: ['disposition'] },
  left: { about: 'application', needs: ['reason'] },
  'review.requested': { about: 'either', needs: ['reason'] },
  'review.refused': { about: 'either', needs: ['reason'] },
  'review.granted': { about: 'either', needs: ['reason'] },
  corrected: { about: 'either', needs: ['reason'] },
};
