import type { Session } from '@muster/records';
import { soql } from '@muster/soql';
import { instantText } from '../application/instants.js';

/** How somebody first came: kept with the person at the first visit. */
export interface FirstContact {
  readonly kind: 'campaign' | 'event' | 'referral' | 'posting_link' | 'direct';
  readonly source?: string | undefined;
  readonly campaign?: string | undefined;
  readonly link?: string | undefined;
  /** When the visit was, milliseconds. */
  readonly at: number;
}

/** Stores the first contact of a person. One that is stored already stays as it is. */
export async function recordFirstContact(
  system: Session,
  contactId: string,
  contact: FirstContact,
): Promise<void> {
  const known = await system.rows(soql`SELECT Id FROM First_Contact__c WHERE Person_Key__c = ${contactId}`);
  if (known.length > 0) return;
  await system.insert(
    'First_Contact__c',
    [
      {
        values: {
          Contact__c: contactId,
          Person_Key__c: contactId,
          Kind__c: contact.kind,
          Source__c: contact.source ?? null,
          Campaign__c: contact.campaign ?? null,
          Link__c: contact.link ?? null,
          At__c: instantText(contact.at),
        },
      },
    ],
    { allOrNone: false },
  );
}
