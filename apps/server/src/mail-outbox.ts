import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { OutboxMail } from './pages/outbox-page.js';
import type { QueueMail } from './sign-in/mails.js';

const SHOWN = 50;

/** The job that sends what is due. */
const OUTBOX_TASK = 'recruiting.outbox';

/** Puts a mail of sign-in into the same outbox as every other message, due at once: nobody takes a code back. */
export const queueMail: QueueMail = async (session, { to, subject, text }) => {
  await session.create('EmailMessage', {
    Subject: subject,
    TextBody: text,
    FromName: 'Muster',
    ToAddress: to,
    Incoming: false,
    Status: '5',
    Delivery__c: 'Queued',
    Send_After__c: new Date(session.now()).toISOString(),
  });
  await session.addJob({ task: OUTBOX_TASK, payload: {}, key: OUTBOX_TASK });
};

interface MailRow {
  readonly Id: string;
  readonly Subject: string | null;
  readonly TextBody: string | null;
  readonly ToAddress: string | null;
  readonly CreatedDate: string;
}

/** The newest mails to people outside, sent or waiting, for the demo's outbox page. `session` has all rights. */
export async function listMails(session: Session): Promise<readonly OutboxMail[]> {
  const rows = await session.rows<MailRow>(
    soql`SELECT Id, Subject, TextBody, ToAddress, CreatedDate FROM EmailMessage
         WHERE Incoming = false AND Delivery__c != 'Taken back' ORDER BY CreatedDate DESC, Id DESC LIMIT ${SHOWN}`,
  );
  return rows.map((row) => ({
    id: row.Id,
    to: row.ToAddress ?? '',
    subject: row.Subject ?? '',
    text: row.TextBody ?? '',
    at: row.CreatedDate,
  }));
}
