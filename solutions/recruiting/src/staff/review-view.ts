import type { Session } from '@muster/records';
import type { Application } from '../application/load-application.js';
import { tookDecision } from '../application/reviewed-decision.js';
import type { ApplicationView } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import { eventText, reasonShown } from './history.js';
import type { Reader } from './reader.js';

/** The review that is asked for, with the decision it is about. `names` gives authors by user id. */
export function reviewView(
  session: Session,
  application: Application,
  reader: Reader,
  names: ReadonlyMap<string, string>,
  words: Words,
): ApplicationView['review'] {
  const { state, log } = application;
  const { review } = state;
  const request = log.find((event) => event.id === review?.request);
  const decision = log.find((event) => event.id === review?.decision);
  if (review === undefined || request === undefined || decision === undefined) return null;
  const channel = request.data?.channel;
  return {
    decision: eventText(application, decision, reader, words),
    decidedBy: names.get(decision.author) ?? words.say('by.unknown'),
    decidedAt: new Date(decision.effectiveAt).toISOString(),
    since: new Date(review.since).toISOString(),
    channel: channel === undefined ? null : words.say(`channel.${channel}`),
    reason: reasonShown(application, request, reader, words),
    isOwnDecision: tookDecision(session, application),
  };
}

/** Decisions of which the reader may record a request for review. */
export function reviewableDecisions(
  session: Session,
  application: Application,
  reader: Reader,
  words: Words,
): ApplicationView['reviewable'] {
  const { state, log } = application;
  if (!session.can('Work_Applications') || state.review !== undefined) return [];
  return state.decisions.flatMap(({ event: id, reviewUntil }) => {
    const event = log.find((each) => each.id === id);
    if (event === undefined) return [];
    const until = reviewUntil === undefined ? null : new Date(reviewUntil).toISOString();
    return [{ decision: id, label: eventText(application, event, reader, words), until }];
  });
}
