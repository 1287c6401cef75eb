import { blockerProblem } from './blocker-problem.js';
import { type Instant, isoDay } from './calendar.js';
import type { ProcessStep } from './compile-process.js';
import { type EventProblem, eventProblem } from './event-problem.js';
import type { EventKind } from './events.js';
import { isOffer } from './process.js';
import type { ApplicationState, StepState } from './state.js';

/** An event somebody wants to record, and the application at the time it is to take effect. */
export interface Proposal {
  readonly kind: EventKind;
  readonly at: Instant;
  readonly state: ApplicationState;
  readonly attempt: number | undefined;
  /** The step it names. */
  readonly step: { readonly definition: ProcessStep; readonly state: StepState } | undefined;
}

type Guard = (proposal: Proposal) => EventProblem | undefined;

const allow: Guard = () => undefined;
const both =
  (first: Guard, second: Guard): Guard =>
  (proposal) =>
    first(proposal) ?? second(proposal);

const going: Guard = ({ state: { status } }) => {
  if (status !== 'closed' && status !== 'withdrawn' && status !== 'on_duty') return undefined;
  return eventProblem('application_ended', 'kind', `The application is ${status.replace('_', ' ')}`, {
    status,
  });
};

const inProcess: Guard = both(going, ({ state }) =>
  state.submittedAt === undefined
    ? eventProblem('not_submitted', 'kind', 'The application has not been submitted')
    : undefined,
);

const draft: Guard = both(going, ({ state }) =>
  state.submittedAt === undefined
    ? undefined
    : eventProblem(
        'already_submitted',
        'kind',
        `The application was submitted on ${isoDay(state.submittedAt)}`,
      ),
);

const notStarted: Guard = both(draft, ({ state }) =>
  state.startedAt === undefined
    ? undefined
    : eventProblem('already_started', 'kind', `The application was started on ${isoDay(state.startedAt)}`),
);

const isSettled = ({ state }: StepState) => state === 'done' || state === 'waived' || state === 'skipped';

/** The step can be worked on: everything it rests on is there and nothing stops it. */
const openStep: Guard = ({ step, attempt }) => {
  if (!step) return undefined;
  const { definition, state } = step;
  const name = definition.label.en;
  const values = { step: state.step, state: state.state };
  if (isSettled(state)) {
    return eventProblem('step_settled', 'step', `${name} is ${state.state} and not open`, values);
  }
  const blocker = state.blockedBy.find((each) => each.kind === 'conditional_offer') ?? state.blockedBy[0];
  if (blocker) return blockerProblem(definition, state, blocker);
  const number = state.state === 'expired' && !isOffer(definition.kind) ? state.attempt + 1 : state.attempt;
  if (attempt !== undefined && attempt !== number) {
    const message = `${name} is at attempt ${number}, not ${attempt}`;
    return eventProblem('wrong_attempt', 'attempt', message, { ...values, attempt: number });
  }
  return undefined;
};

const waivableStep: Guard = (proposal) => {
  const { step, state } = proposal;
  const isTraining = state.status === 'on_duty' && step?.definition.isAfterEntry;
  const problem = isTraining ? undefined : inProcess(proposal);
  if (problem) return problem;
  if (!step) return undefined;
  if (!step.definition.waivable) {
    const message = `The process does not allow ${step.definition.label.en} to be waived`;
    return eventProblem('not_waivable', 'step', message, { step: step.state.step });
  }
  if (!isSettled(step.state)) return undefined;
  const message = `${step.definition.label.en} is ${step.state.state}`;
  return eventProblem('step_settled', 'step', message, { step: step.state.step, state: step.state.state });
};

const scheduledStep: Guard = both(openStep, ({ step, at }) => {
  if (!step) return undefined;
  const { appointment } = step.state;
  const values = { step: step.state.step };
  if (!appointment)
    return eventProblem('no_appointment', 'step', `${step.definition.label.en} has no appointment`, values);
  if (at >= appointment.startsAt) return undefined;
  const message = `The appointment is on ${isoDay(appointment.startsAt)}, after ${isoDay(at)}`;
  return eventProblem('before_appointment', 'effectiveAt', message, values);
});

const pendingOffer: Guard = both(openStep, ({ step }) => {
  if (!step) return undefined;
  const { state, definition } = step;
  const values = { step: state.step };
  if (state.state === 'expired' && state.expiresAt !== undefined) {
    const message = `${definition.label.en} could be answered until ${isoDay(state.expiresAt)}`;
    return eventProblem('offer_lapsed', 'effectiveAt', message, { ...values, at: state.expiresAt });
  }
  if (state.expiresAt !== undefined) return undefined;
  return eventProblem('no_offer', 'step', `${definition.label.en}: no offer has been made`, values);
});

const isOnHold = ({ step, state }: Proposal) =>
  step ? step.state.hold !== undefined : state.hold !== undefined;

const notOnHold: Guard = (proposal) => {
  if (isOnHold(proposal)) return eventProblem('already_held', 'kind', 'It is on hold already');
  return proposal.step ? openStep(proposal) : inProcess(proposal);
};

const onHold: Guard = (proposal) =>
  isOnHold(proposal) ? undefined : eventProblem('nothing_held', 'kind', 'There is no hold to end');

const inAdjudication: Guard = ({ state }) =>
  state.adjudication ? undefined : eventProblem('no_adjudication', 'kind', 'No adjudication is open');

const onDuty: Guard = ({ state: { status } }) =>
  status === 'on_duty'
    ? undefined
    : eventProblem('not_on_duty', 'kind', 'The person is not on duty', { status });

const reviewable: Guard = ({ step, state, at }) => {
  if (state.review) return eventProblem('review_open', 'kind', 'A review has been asked for already');
  const decision = state.decisions.find((each) => each.step === step?.state.step);
  if (!decision) return eventProblem('not_appealable', 'kind', 'There is no decision that can be reviewed');
  const { reviewUntil: until } = decision;
  if (until === undefined || at < until) return undefined;
  const message = `A review could be asked for until ${isoDay(until)}`;
  return eventProblem('review_late', 'effectiveAt', message, { until });
};

const inReview: Guard = ({ step, state }) =>
  state.review && state.review.step === step?.state.step
    ? undefined
    : eventProblem('no_review', 'kind', 'No review has been asked for');

/** What must hold for an event of each kind. Expiry and corrections have checks of their own. */
const guards: Readonly<Record<EventKind, Guard>> = {
  'lead.created': notStarted,
  'contact.made': openStep,
  'application.started': notStarted,
  'application.saved': draft,
  'application.submitted': draft,
  'fact.recorded': allow,
  'preference.claimed': going,
  'preference.adjudicated': going,
  'stage.entered': openStep,
  'stage.scheduled': openStep,
  'stage.attended': openStep,
  'stage.no_show': scheduledStep,
  'stage.completed': openStep,
  'stage.waived': waivableStep,
  'stage.expired': allow,
  'investigation.opened': openStep,
  'investigation.closed': openStep,
  selected: openStep,
  'offer.tentative': openStep,
  'offer.final': openStep,
  'offer.accepted': pendingOffer,
  'offer.declined': pendingOffer,
  'offer.expired': allow,
  onduty: openStep,
  'academy.entered': openStep,
  'academy.graduated': openStep,
  'academy.left': openStep,
  'hold.started': notOnHold,
  'hold.ended': onHold,
  'hold.lapsed': allow,
  'adjudication.opened': inProcess,
  'adjudication.favourable': inAdjudication,
  'adjudication.unfavourable': inAdjudication,
  withdrawn: going,
  disqualified: inProcess,
  left: onDuty,
  'review.requested': reviewable,
  'review.refused': inReview,
  'review.granted': inReview,
  corrected: allow,
};

/** Why the application, as it is at that time, does not admit the event; undefined if it does. */
export function refusal(proposal: Proposal): EventProblem | undefined {
  return guards[proposal.kind](proposal);
}
