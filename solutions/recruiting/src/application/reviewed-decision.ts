import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { wordsOf } from '../messages/words.js';
import type { NewEvent } from './append-events.js';
import type { Application } from './load-application.js';

/** The request for a review of one decision, named by its event. @throws MusterError NOT_FOUND */
export function requestFor(
  session: Session,
  { state }: Application,
  decision: string,
): Pick<NewEvent, 'kind' | 'step'> {
  const found = state.decisions.find((each) => each.event === decision);
  if (found === undefined) {
    throw new MusterError('NOT_FOUND', wordsOf(session).say('error.no_decision'), { fields: ['decision'] });
  }
  return { kind: 'review.requested', ...(found.step !== undefined && { step: found.step }) };
}

/** Whether the session is of whoever took the decision that is to be looked at again. */
export function tookDecision(session: Session, { state, log }: Application): boolean {
  const decision = log.find((event) => event.id === state.review?.decision);
  return decision !== undefined && decision.author === session.principal.userId;
}
