import type { FieldValues, RecordRow, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { readInstant } from './instants.js';
import type { Application } from './load-application.js';
import { offersOfLog } from './offers-of-log.js';
import { diffFields } from './projection-diff.js';
import { saveAll } from './save-all.js';

type StoredOffer = RecordRow & { readonly Id: string; readonly Kind__c: string; readonly Made_At__c: string };

/** Brings the EmploymentOffer records of an application in line with its log. An offer that never was is withdrawn. */
export async function recordOffers(system: Session, application: Application): Promise<void> {
  const { row, process, log, state, now } = application;
  if (!log.some((event) => event.kind.startsWith('offer.'))) return;
  const wanted = new Map(offersOfLog(process, log, state, now).map((values) => [offerKey(values), values]));
  const stored = await system.rows<StoredOffer>(
    soql`SELECT Id, Kind__c, Answer__c, AcceptanceDate, Made_At__c, Answer_By__c FROM EmploymentOffer
      WHERE ApplicationFormId = ${row.Id}`,
  );
  const known = new Set(stored.map(offerKey));
  const updates = stored.flatMap((offer) => {
    const values = diffFields(offer, wanted.get(offerKey(offer)) ?? { Answer__c: 'withdrawn' });
    return Object.keys(values).length === 0 ? [] : [{ id: offer.Id, values }];
  });
  const owned = { ApplicationFormId: row.Id, Contact__c: row.Contact__c, OwnerId: row.OwnerId };
  const inserts = [...wanted]
    .filter(([key]) => !known.has(key))
    .map(([, values]) => ({ values: { ...owned, ...values } }));
  await saveAll(system.update('EmploymentOffer', updates));
  await saveAll(system.insert('EmploymentOffer', inserts));
}

/** An application makes one offer of a kind at one instant. */
function offerKey(offer: FieldValues): string {
  return `${offer.Kind__c} ${readInstant(String(offer.Made_At__c))}`;
}
