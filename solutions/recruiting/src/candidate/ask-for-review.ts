import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { appendEvents } from '../application/append-events.js';
import { requestFor } from '../application/reviewed-decision.js';
import { given } from '../input-shapes.js';
import { viewOwnApplication } from './my-applications.js';
import { openOwnApplication } from './own-application.js';

/** POST ask-for-review: of a decision against the candidate, once, within the period of the process. */
export const askForReview = defineOperation({
  name: 'ask-for-review',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({
    applicationId: given.id,
    decision: given.eventNumber,
    reason: given.text(2000),
    clientKey: given.clientKey,
  }),
  run: async (session, { applicationId, decision, reason, clientKey }) => {
    await openOwnApplication(session, applicationId);
    await appendEvents(session, {
      applicationId,
      clientKey,
      events: (application) => [{ ...requestFor(session, application, decision), reason }],
    });
    return viewOwnApplication(session, applicationId);
  },
});
