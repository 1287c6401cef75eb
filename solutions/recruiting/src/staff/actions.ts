import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
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
  'entry_on_duty',
  'final_offer',
  'conditional_offer',
  'retake',
  'record_result',
  'schedule',
  'close',
  'reverse',
];

/** What the reader may do now, most pressing first. */
export function actionsOf(
  session: Session,
  { process, state, log }: Application,
  legal: readonly NextEvent[],
  words: Words,
): readonly ApplicationAction[] {
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
    const kind = actionFor(session, next, { process, state });
    if (kind !== undefined) add(kind, next.step ?? null);
  }
  if (session.can('Adjudicate') && log.length > 1) add('reverse', null);
  const rank = (action: ApplicationAction) => order.indexOf(action.kind);
  return actions.sort((a, b) => rank(a) - rank(b));
}

function actionFor(
  session: Session,
  next: NextEvent,
  { process, state }: Pick<Application, 'process' | 'state'>,
): Kind | undefined {
  const index = process.indexOf.get(next.step ?? '') ?? -1;
  const step = process.steps[index];
  const stepState = state.steps[index];
  switch (next.kind) {
    case 'adjudication.favourable':
      return session.can('Adjudicate') ? 'adjudicate' : undefined;
    case 'offer.tentative':
      return session.can('Make_Offers') && stepState?.expiresAt === undefined
        ? 'conditional_offer'
        : undefined;
    case 'offer.final':
      return session.can('Make_Offers') && stepState?.expiresAt === undefined ? 'final_offer' : undefined;
    case 'onduty':
      return session.can('Make_Offers') ? 'entry_on_duty' : undefined;
    case 'stage.scheduled':
      if (!session.can('Work_Applications') || step?.kind === 'entry_on_duty') return undefined;
      return stepState?.state === 'expired' || (stepState?.state === 'open' && stepState.attempt > 1)
        ? 'retake'
        : 'schedule';
    case 'disqualified':
      return session.can('Work_Applications') ? 'close' : undefined;
    default:
      return step !== undefined && isResult(next.kind) && mayRecord(session, step)
        ? 'record_result'
        : undefined;
  }
}
