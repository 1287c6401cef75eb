import { MusterError } from '@muster/kernel';
import { defineOperation } from '@muster/records';
import { z } from 'zod';
import { appendEvents } from '../application/append-events.js';
import { instantText } from '../application/instants.js';
import { loadApplication } from '../application/load-application.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { viewOwnApplication } from './my-applications.js';
import { openOffer } from './next-action.js';
import { openOwnApplication } from './own-application.js';

/** POST withdraw */
export const withdraw = defineOperation({
  name: 'withdraw',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({
    applicationId: given.id,
    reason: z.string().trim().max(255).default(''),
    clientKey: given.clientKey,
  }),
  run: async (session, { applicationId, reason, clientKey }) => {
    await openOwnApplication(session, applicationId);
    await appendEvents(session, {
      applicationId,
      clientKey,
      events: ({ state }) =>
        state.status === 'withdrawn' ? [] : [{ kind: 'withdrawn', ...(reason !== '' && { reason }) }],
    });
    return viewOwnApplication(session, applicationId);
  },
});

/** POST answer-offer: accepts or declines the offer that is out. */
export const answerOffer = defineOperation({
  name: 'answer-offer',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({ applicationId: given.id, accept: z.boolean(), clientKey: given.clientKey }),
  run: async (session, { applicationId, accept, clientKey }) => {
    await openOwnApplication(session, applicationId);
    await appendEvents(session, {
      applicationId,
      clientKey,
      events: (application) => {
        const offer = openOffer(application);
        if (offer === undefined) {
          throw new MusterError('INVALID_OPERATION', wordsOf(session).say('error.no_offer'));
        }
        return [{ kind: accept ? 'offer.accepted' : 'offer.declined', step: offer.step }];
      },
    });
    return viewOwnApplication(session, applicationId);
  },
});

/** POST reply: a message of the candidate to whoever looks after the application. */
export const reply = defineOperation({
  name: 'reply',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({ applicationId: given.id, body: given.text(10_000), clientKey: given.clientKey }),
  run: async (session, { applicationId, body, clientKey }) => {
    const system = await openOwnApplication(session, applicationId);
    const { row } = await loadApplication(system, applicationId);
    const [result] = await system.insert('EmailMessage', [
      {
        values: {
          TextBody: body,
          FromName: row.Contact__r.Name,
          FromAddress: row.Contact__r.Email,
          Incoming: true,
          Status: '0',
          Delivery__c: 'Received',
          MessageDate: instantText(system.now()),
          Application_Form__c: applicationId,
          Reader__c: row.Contact__c,
        },
        ...(clientKey !== undefined && { clientKey }),
      },
    ]);
    const [error] = result?.errors ?? [];
    if (error !== undefined) throw error;
    return viewOwnApplication(session, applicationId);
  },
});
