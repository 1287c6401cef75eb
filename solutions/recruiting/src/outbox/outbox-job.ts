import type { Session, SolutionJob } from '@muster/records';
import { soql } from '@muster/soql';
import { instantText } from '../application/instants.js';
import type { MailTransport } from './mail-transport.js';

const BATCH = 200;
const LONGEST_FAILURE = 255;

interface QueuedMessage {
  readonly Id: string;
  readonly Subject: string | null;
  readonly TextBody: string | null;
  readonly FromName: string | null;
  readonly ToAddress: string | null;
  readonly Language__c: string | null;
  readonly Application_Form__r: { readonly Contact__c: string } | null;
}

/** Sends the messages whose undo window has passed. */
export function outboxJob(transport: MailTransport): SolutionJob {
  return {
    task: 'recruiting.outbox',
    every: '* * * * *',
    run: (session) => sendDueMessages(session, transport),
  };
}

/** Sends what is due, each message in a transaction of its own. A crash between sending and noting sends it again. */
export async function sendDueMessages(session: Session, transport: MailTransport): Promise<void> {
  const due = await session
    .system('clock')
    .rows<{ Id: string }>(
      soql`SELECT Id FROM EmailMessage WHERE Delivery__c = 'Queued' AND Send_After__c <= ${{ dateTime: session.now() }} ORDER BY Send_After__c LIMIT ${BATCH}`,
    );
  for (const { Id } of due) {
    await session.transaction((transaction) => sendOne(transaction.system('clock'), Id, transport));
  }
}

async function sendOne(system: Session, id: string, transport: MailTransport): Promise<void> {
  await system.lock('EmailMessage', [id]);
  const [message] = await system.rows<QueuedMessage>(
    soql`SELECT Id, Subject, TextBody, FromName, ToAddress, Language__c, Application_Form__r.Contact__c FROM EmailMessage WHERE Id = ${id} AND Delivery__c = 'Queued'`,
  );
  if (message === undefined) return;
  const failure =
    message.ToAddress === null ? 'It has no address' : await failureOf(transport, message, message.ToAddress);
  await system.change(
    'EmailMessage',
    id,
    failure === undefined
      ? {
          Delivery__c: 'Sent',
          Status: '3',
          MessageDate: instantText(system.now()),
          Reader__c: message.Application_Form__r?.Contact__c ?? null,
        }
      : { Delivery__c: 'Failed', Failure__c: failure.slice(0, LONGEST_FAILURE) },
  );
}

/** Why the transport did not take a message over, in its own words; undefined when it did. */
async function failureOf(
  transport: MailTransport,
  message: QueuedMessage,
  to: string,
): Promise<string | undefined> {
  return transport
    .send({
      to,
      fromName: message.FromName ?? '',
      subject: message.Subject ?? '',
      text: message.TextBody ?? '',
      language: message.Language__c ?? 'en',
    })
    .then(
      () => undefined,
      (failure: unknown) => (failure instanceof Error ? failure.message : String(failure)),
    );
}
