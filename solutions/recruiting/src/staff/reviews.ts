import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { z } from 'zod';
import type { Application } from '../application/load-application.js';
import { requestFor, tookDecision } from '../application/reviewed-decision.js';
import { channels } from '../engine/index.js';
import { given, staffChange } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { changeApplication, effectiveInstant } from './change-application.js';

/** POST record-review: a request for a review that came by phone or letter. */
export const recordReview = defineOperation({
  name: 'record-review',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({
    ...staffChange,
    decision: given.eventNumber,
    channel: z.enum(channels),
    receivedOn: given.day.optional(),
    reason: given.text(2000),
  }),
  run: (session, { decision, channel, receivedOn, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => [
        {
          ...requestFor(session, application, decision),
          effectiveAt: effectiveInstant(session, receivedOn),
          reason,
          data: { channel },
        },
      ],
    }),
});

/** POST decide-review: the decision stands, or is annulled by a later event that names it. */
export const decideReview = defineOperation({
  name: 'decide-review',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Decide_Reviews',
  input: z.object({ ...staffChange, decision: z.enum(['uphold', 'change']), reason: given.text(1000) }),
  run: (session, { decision, reason, ...change }) =>
    changeApplication(session, {
      ...change,
      events: (application) => {
        requireOther(session, application);
        const { review } = application.state;
        const step = review?.step;
        const about = { reason, ...(step !== undefined && { step }) };
        if (decision === 'uphold') return [{ kind: 'review.refused', ...about }];
        return [
          { kind: 'review.granted', ...about },
          { kind: 'corrected', ...about, ...(review?.decision && { corrects: review.decision }) },
        ];
      },
    }),
});

function requireOther(session: Session, application: Application): void {
  if (!tookDecision(session, application)) return;
  throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', wordsOf(session).say('error.own_decision'));
}
