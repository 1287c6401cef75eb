import type { Session } from '@muster/records';
import { instantText } from '../application/instants.js';
import type { ApplicationRow } from '../application/load-application.js';
import { saveAll } from '../application/save-all.js';
import type { Language } from '../messages/words.js';

/** How long a message waits so that its writer can take it back. */
export const UNDO_WINDOW_MS = 60_000;

export interface OutgoingMessage {
  readonly application: ApplicationRow;
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  /** Makes a repeat of the same message harmless. */
  readonly clientKey?: string | undefined;
}

/** Puts a message to the candidate into the outbox, in the present transaction. */
export async function queueMessage(system: Session, message: OutgoingMessage): Promise<void> {
  const { application, subject, body, language } = message;
  const sendAfter = system.now() + UNDO_WINDOW_MS;
  await saveAll(
    system.insert('EmailMessage', [
      {
        values: {
          Subject: subject,
          TextBody: body,
          FromName: application.Posting__r.Agency__c ?? application.Owner.Name,
          ToAddress: application.Contact__r.Email,
          Incoming: false,
          Status: '5',
          Delivery__c: 'Queued',
          Send_After__c: instantText(sendAfter),
          Language__c: language,
          Application_Form__c: application.Id,
        },
        ...(message.clientKey !== undefined && { clientKey: message.clientKey }),
      },
    ]),
  );
  await system.addJob({
    task: 'recruiting.outbox',
    payload: {},
    runAt: sendAfter + 1000,
    key: 'recruiting.outbox',
  });
}
