import type { Application } from '../application/load-application.js';
import type { MyApplication } from '../contract/index.js';
import type { Words } from '../messages/words.js';
import { decisionText } from './decision-text.js';

type Reviews = MyApplication['reviews'];

/** What a candidate may ask to have looked at again, and how the last request stands. */
export function myReviews(application: Application, words: Words): Reviews {
  return { open: openDecisions(application, words), last: lastReview(application, words) };
}

function openDecisions(application: Application, words: Words): Reviews['open'] {
  const { state, now } = application;
  if (state.review !== undefined) return [];
  return state.decisions
    .filter(({ reviewUntil }) => reviewUntil === undefined || now < reviewUntil)
    .map(({ event, reviewUntil }) => ({
      decision: event,
      what: decisionText(application, event, words) ?? '',
      until: reviewUntil === undefined ? null : new Date(reviewUntil).toISOString(),
    }));
}

/** A request whose decision was taken back otherwise is over without an answer, and nothing is said of it. */
function lastReview({ state, log }: Application, words: Words): Reviews['last'] {
  const review = state.reviews.findLast((each) => each.answer !== undefined || each === state.review);
  if (review === undefined) return null;
  const reasonOf = (id: string) => log.find((event) => event.id === id)?.reason ?? null;
  const asked = reasonOf(review.request);
  if (review.answer === undefined) {
    return {
      state: 'waiting',
      text: words.say('review.waiting', { day: words.day(review.since) }),
      asked,
      reason: null,
    };
  }
  const { at, isChanged, event } = review.answer;
  const answer = isChanged ? 'changed' : 'upheld';
  return {
    state: answer,
    text: words.say(`review.${answer}`, { day: words.day(at) }),
    asked,
    reason: reasonOf(event),
  };
}
