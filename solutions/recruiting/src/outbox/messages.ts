import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { isoInstant } from '../application/instants.js';
import type { MessageView } from '../contract/index.js';

interface MessageRow {
  readonly Id: string;
  readonly Subject: string | null;
  readonly TextBody: string | null;
  readonly FromName: string | null;
  readonly Incoming: boolean;
  readonly MessageDate: string | null;
  readonly Delivery__c: 'Queued' | 'Sent' | 'Taken back' | 'Failed' | 'Received';
  readonly Send_After__c: string | null;
  readonly CreatedDate: string;
}

const states = {
  Queued: 'queued',
  Sent: 'sent',
  'Taken back': 'taken_back',
  Failed: 'failed',
  Received: 'received',
} as const;

/**
 * The conversation about one application, oldest first. A candidate sees what has left and what they wrote; staff
 * also see what is waiting, taken back or failed.
 */
export async function loadMessages(
  system: Session,
  applicationId: string,
  reader: 'candidate' | 'staff',
): Promise<readonly MessageView[]> {
  const rows = await system.rows<MessageRow>(
    soql`SELECT Id, Subject, TextBody, FromName, Incoming, MessageDate, Delivery__c, Send_After__c, CreatedDate
      FROM EmailMessage WHERE Application_Form__c = ${applicationId} ORDER BY CreatedDate, Id`,
  );
  return rows
    .filter((row) => reader === 'staff' || row.Delivery__c === 'Sent' || row.Delivery__c === 'Received')
    .map((row) => ({
      id: row.Id,
      from: row.FromName ?? '',
      mine: row.Incoming === (reader === 'candidate'),
      at: isoInstant(row.MessageDate ?? row.CreatedDate) ?? '',
      subject: row.Subject,
      body: row.TextBody ?? '',
      state: states[row.Delivery__c],
      sendsAt: row.Delivery__c === 'Queued' ? isoInstant(row.Send_After__c) : null,
    }));
}
