import type { OutboxEntry } from '@muster/api';
import { tryParseId } from '@muster/kernel';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import type { OutboxMail } from './pages/outbox-page.js';
import type { QueueMail } from './sign-in/mails.js';

const SHOWN = 50;
const LISTED = 200;

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

interface OutboxRow {
  readonly Id: string;
  readonly Subject: string | null;
  readonly ToAddress: string | null;
  readonly Delivery__c: OutboxEntry['state'];
  readonly Failure__c: string | null;
  readonly CreatedDate: string;
  readonly Send_After__c: string | null;
}

/** The newest mails to people outside with what became of them. `session` has all rights. */
export async function readOutbox(session: Session): Promise<readonly OutboxEntry[]> {
  const rows = await session.rows<OutboxRow>(
    soql`SELECT Id, Subject, ToAddress, Delivery__c, Failure__c, CreatedDate, Send_After__c FROM EmailMessage
         WHERE Incoming = false AND Delivery__c IN ('Queued', 'Sent', 'Failed')
         ORDER BY CreatedDate DESC, Id DESC LIMIT ${LISTED}`,
  );
  return rows.map((row) => ({
    id: row.Id,
    to: row.ToAddress ?? '',
    subject: row.Subject ?? '',
    state: row.Delivery__c,
    failure: row.Failure__c,
    createdAt: row.CreatedDate,
    sendAfter: row.Send_After__c,
  }));
}

/** Lets a mail that failed try again; false when there is none. `session` has all rights. */
export async function retryMail(session: Session, id: string): Promise<boolean> {
  const mailId = tryParseId(id);
  if (mailId === undefined) return false;
  await session.lock('EmailMessage', [mailId]);
  const [failed] = await session.rows(
    soql`SELECT Id FROM EmailMessage WHERE Id = ${mailId} AND Delivery__c = 'Failed'`,
  );
  if (failed === undefined) return false;
  await session.change('EmailMessage', mailId, {
    Delivery__c: 'Queued',
    Failure__c: null,
    Send_After__c: new Date(session.now()).toISOString(),
  });
  await session.addJob({ task: OUTBOX_TASK, payload: {}, key: OUTBOX_TASK });
  return true;
}
