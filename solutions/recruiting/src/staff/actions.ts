import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import { tookDecision } from '../application/reviewed-decision.js';
import type { ApplicationAction } from '../contract/index.js';
import type { NextEvent } from '../engine/index.js';
import type { MessageKey } from '../messages/message-key.js';
import type { Words } from '../messages/words.js';
import { isResult } from './lanes.js';
import { mayRecord } from './reader.js';

type Kind = ApplicationAction['kind'];

/** The order in which actions are offered; the first one there is, is the page's primary action. */
const order: readonly Kind[] = [
  'adjudicate',
  'decide_review',
  'entry_on_duty',
  'final_offer',
  'conditional_offer',
  'retake',
  'record_result',
  'schedule',
  'release',
  'waive',
  'record_review',
  'hold',
  'close',
  'reverse',
];

/** What the reader may do now, most pressing first. */
export function actionsOf(
  session: Session,
  application: Application,
  legal: readonly NextEvent[],
  words: Words,
): readonly ApplicationAction[] {
  const { process, log } = application;
  const actions: ApplicationAction[] = [];
  const add = (kind: Kind, step: string | null) => {
    if (actions.some((each) => each.kind === kind && each.step === step)) return;
    const definition = process.steps[process.indexOf.get(step ?? '') ?? -1];
    const label = words.say(`do.${kind}` satisfies MessageKey, {
      step: definition === undefined ? '' : words.label(definition.label),
    });
    actions.push({ kind, label, step });
  };
  for (const next of legal) {
    const kind = actionFor(session, next, application);
    if (kind !== undefined) add(kind, isOfReview(kind) ? null : (next.step ?? null));
  }
  if (session.can('Adjudicate') && log.length > 1) add('reverse', null);
  const rank = (action: ApplicationAction) => order.indexOf(action.kind);
  return actions.sort((a, b) => rank(a) - rank(b));
}

/** One review is asked for at a time, whichever step it is about. */
const isOfReview = (kind: Kind): boolean => kind === 'decide_review' || kind === 'record_review';

/** Actions that a right alone opens, by the event they record. */
const plainActions: Partial<Record<NextEvent['kind'], { readonly kind: Kind; readonly right: string }>> = {
  'adjudication.favourable': { kind: 'adjudicate', right: 'Adjudicate' },
  onduty: { kind: 'entry_on_duty', right: 'Make_Offers' },
  disqualified: { kind: 'close', right: 'Work_Applications' },
  'hold.started': { kind: 'hold', right: 'Work_Applications' },
  'hold.ended': { kind: 'release', right: 'Work_Applications' },
  'stage.waived': { kind: 'waive', right: 'Waive_Steps' },
  'review.requested': { kind: 'record_review', right: 'Work_Applications' },
};

function actionFor(session: Session, next: NextEvent, application: Application): Kind | undefined {
  const plain = plainActions[next.kind];
  if (plain !== undefined) return session.can(plain.right) ? plain.kind : undefined;
  const { process, state } = application;
  const index = process.indexOf.get(next.step ?? '') ?? -1;
  const step = process.steps[index];
  const stepState = state.steps[index];
  const mayOffer = session.can('Make_Offers') && stepState?.expiresAt === undefined;
  switch (next.kind) {
    case 'offer.tentative':
      return mayOffer ? 'conditional_offer' : undefined;
    case 'offer.final':
      return mayOffer ? 'final_offer' : undefined;
    case 'review.refused':
      return session.can('Decide_Reviews') && !tookDecision(session, application)
        ? 'decide_review'
        : undefined;
    case 'stage.scheduled':
      if (!session.can('Work_Applications') || step?.kind === 'entry_on_duty') return undefined;
      return stepState?.state === 'expired' || (stepState?.state === 'open' && stepState.attempt > 1)
        ? 'retake'
        : 'schedule';
    default:
      return step !== undefined && isResult(next.kind) && mayRecord(session, step)
        ? 'record_result'
        : undefined;
  }
}
