import { MusterError } from '@muster/kernel';
import { defineOperation } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { readInstant } from '../application/instants.js';
import { loadApplication, requireApplication } from '../application/load-application.js';
import { given, staffChange } from '../input-shapes.js';
import { languageOf, wordsOf } from '../messages/words.js';
import { queueMessage } from '../outbox/queue-message.js';
import { viewApplication } from './application-view.js';

/** POST add-note: for staff only. */
export const addNote = defineOperation({
  name: 'add-note',
  method: 'POST',
  purpose: 'hiring',
  permission: 'View_Applications',
  input: z.object({ ...staffChange, body: given.text(32_000) }),
  run: async (session, { applicationId, body, clientKey }) => {
    const [result] = await session.insert('Application_Note__c', [
      {
        values: { Application__c: applicationId, Body__c: body },
        ...(clientKey !== undefined && { clientKey }),
      },
    ]);
    const [error] = result?.errors ?? [];
    if (error !== undefined) throw error;
    return viewApplication(session, applicationId);
  },
});

/** POST send-message: waits in the outbox for its undo window. */
export const sendMessage = defineOperation({
  name: 'send-message',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({ ...staffChange, subject: given.text(255), body: given.text(32_000) }),
  run: async (session, { applicationId, subject, body, clientKey }) => {
    await session.transaction(async (own) => {
      await requireApplication(own, applicationId);
      const system = own.system('hiring-event');
      const { row } = await loadApplication(system, applicationId);
      if (row.Contact__r.Email === null) {
        throw new MusterError('INVALID_OPERATION', wordsOf(session).say('error.no_email'));
      }
      const language = languageOf(row.Contact__r.Preferred_Language__c);
      await queueMessage(system, { application: row, subject, body, language, clientKey });
    });
    return viewApplication(session, applicationId);
  },
});

/** POST take-back-message: while its undo window lasts. */
export const takeBackMessage = defineOperation({
  name: 'take-back-message',
  method: 'POST',
  purpose: 'hiring',
  permission: 'Work_Applications',
  input: z.object({ messageId: given.id }),
  run: (session, { messageId }) =>
    session.transaction(async (own) => {
      const system = own.system('hiring-event');
      await system.lock('EmailMessage', [messageId]);
      const [message] = await system.rows<{
        Delivery__c: string;
        Send_After__c: string | null;
        Application_Form__c: string | null;
      }>(
        soql`SELECT Delivery__c, Send_After__c, Application_Form__c FROM EmailMessage WHERE Id = ${messageId}`,
      );
      if (message?.Application_Form__c == null) {
        throw new MusterError('NOT_FOUND', wordsOf(own).say('error.no_message'));
      }
      await requireApplication(own, message.Application_Form__c);
      const isWaiting =
        message.Delivery__c === 'Queued' &&
        own.now() < readInstant(message.Send_After__c ?? '1970-01-01T00:00:00Z');
      if (message.Delivery__c !== 'Taken back' && !isWaiting) {
        throw new MusterError('INVALID_OPERATION', wordsOf(own).say('error.message_left'));
      }
      await system.change('EmailMessage', messageId, { Delivery__c: 'Taken back' });
      return viewApplication(own, message.Application_Form__c);
    }),
});
