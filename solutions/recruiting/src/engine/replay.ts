import { moveAdjudication, openAdjudication, settleAdjudication } from './adjudication.js';
import type { Process } from './compile-process.js';
import { answerReview, askForReview } from './decisions.js';
import { eventRules } from './event-rules.js';
import type { EventKind, HiringEvent } from './events.js';
import { holdLapse, holdOf, released } from './holding.js';
import { learnFacts } from './learn-facts.js';
import {
  attend,
  begin,
  complete,
  noShow,
  offer,
  type StepChange,
  schedule,
  waitOn,
  waive,
} from './step-effects.js';
import { type End, emptyStepTally, type Tally } from './tally.js';

interface Change {
  readonly process: Process;
  readonly tally: Tally;
  readonly event: HiringEvent;
  /** The step the event names, if the process has it. */
  readonly at: StepChange | undefined;
}
type Effect = (change: Change) => void;

const nothing: Effect = () => {};
const onStep =
  (effect: (change: StepChange) => void): Effect =>
  ({ at }) => {
    if (at) effect(at);
  };
const result = onStep((change) => {
  const { outcome } = eventRules[change.event.kind];
  complete(change, outcome === 'chosen' ? change.event.outcome : outcome);
});

/** What each kind of event changes. Expiry is in the log for its readers only: the fold knows it from the time. */
const effects: Readonly<Record<EventKind, Effect>> = {
  'lead.created': ({ tally, event }) => {
    tally.leadAt ??= event.effectiveAt;
  },
  'contact.made': onStep((change) => waitOn(change, undefined)),
  'application.started': start,
  'application.saved': nothing,
  'application.submitted': (change) => {
    start(change);
    change.tally.submittedAt ??= change.event.effectiveAt;
  },
  'fact.recorded': nothing,
  'preference.claimed': nothing,
  'preference.adjudicated': nothing,
  'stage.entered': onStep(begin),
  'stage.scheduled': onStep(schedule),
  'stage.attended': onStep(attend),
  'stage.no_show': onStep(noShow),
  'stage.completed': result,
  'stage.waived': onStep(waive),
  'stage.expired': nothing,
  'investigation.opened': onStep(begin),
  'investigation.closed': result,
  selected: onStep(begin),
  'offer.tentative': onStep(offer),
  'offer.final': onStep(offer),
  'offer.accepted': result,
  'offer.declined': result,
  'offer.expired': nothing,
  onduty: result,
  'academy.entered': onStep(begin),
  'academy.graduated': result,
  'academy.left': result,
  'hold.started': ({ tally, event, at }) => {
    const place = at?.of ?? (event.step === undefined ? tally : undefined);
    if (!place) return;
    const lapse = holdLapse(place.hold, event.effectiveAt);
    if (lapse !== undefined)
      tally.lapses.push({ kind: 'hold.lapsed', step: event.step, attempt: undefined, at: lapse });
    place.hold = holdOf(event);
  },
  'hold.ended': ({ tally, event, at }) => {
    const place = at?.of ?? (event.step === undefined ? tally : undefined);
    if (place) place.hold = released(place.hold, event.effectiveAt);
  },
  'hold.lapsed': nothing,
  'adjudication.opened': ({ tally, event }) => {
    if (tally.causes.length === 0) openAdjudication(tally, { kind: 'asked', at: event.effectiveAt });
  },
  'adjudication.favourable': ({ process, tally, event }) =>
    settleAdjudication(process, tally, event.effectiveAt),
  'adjudication.unfavourable': ({ tally, event }) => {
    end(tally, event, 'closed');
    tally.causes = [];
  },
  withdrawn: ({ tally, event }) => end(tally, event, 'withdrawn'),
  disqualified: ({ tally, event }) => end(tally, event, 'closed'),
  left: ({ tally, event }) => end(tally, event, 'closed'),
  'review.requested': ({ process, tally, event }) => askForReview(process, tally, event),
  'review.refused': ({ tally, event }) => answerReview(tally, event, false),
  'review.granted': ({ tally, event }) => answerReview(tally, event, true),
  corrected: nothing,
};

/** Adds up events in the order in which they happened. Events on steps the process does not have change nothing. */
export function replay(process: Process, events: readonly HiringEvent[]): Tally {
  const tally = emptyTally(process);
  for (const event of events) {
    const at = stepChange(process, tally, event);
    effects[event.kind]({ process, tally, event, at });
    learnFacts(process, tally, event);
    moveAdjudication(tally, event);
  }
  return tally;
}

function end(tally: Tally, event: HiringEvent, status: End['status']): void {
  tally.end = { status, at: event.effectiveAt, disposition: event.data?.disposition, by: event };
}

function stepChange(process: Process, tally: Tally, event: HiringEvent): StepChange | undefined {
  const index = event.step === undefined ? -1 : (process.indexOf.get(event.step) ?? -1);
  const step = process.steps[index];
  const of = tally.steps[index];
  return step && of ? { tally, event, step, of } : undefined;
}

/** Starting an application is what an interest was for. */
function start({ process, tally, event }: Change): void {
  tally.startedAt ??= event.effectiveAt;
  for (const [index, step] of process.steps.entries()) {
    const of = tally.steps[index];
    if (step.kind === 'interest' && of) complete({ tally, event, step, of }, 'started');
  }
}

function emptyTally(process: Process): Tally {
  return {
    leadAt: undefined,
    startedAt: undefined,
    submittedAt: undefined,
    hasMoved: false,
    steps: process.steps.map(emptyStepTally),
    facts: {},
    conditions: process.unknowing.map((holds) => ({ holds, since: undefined })),
    causes: [],
    adjudicationWait: undefined,
    hold: undefined,
    end: undefined,
    reviews: [],
    lapses: [],
  };
}
