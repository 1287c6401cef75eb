import { MusterError } from '@muster/kernel';
import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { appendEvents } from '../application/append-events.js';
import { readOptionalInstant } from '../application/instants.js';
import { openKeyOf } from '../application/write-projection.js';
import { given } from '../input-shapes.js';
import { wordsOf } from '../messages/words.js';
import { isOpenPosting, type PostingRow } from '../postings/posting-row.js';
import { type FirstContact, recordFirstContact } from './first-contact.js';
import { ownContactId } from './own-application.js';

interface PostingForStart extends Pick<PostingRow, 'Id' | 'State__c' | 'Published__c' | 'Closes_At__c'> {
  readonly RecruitmentRequisitionId: string | null;
  readonly RecruitmentRequisition: {
    readonly OwnerId: string;
    readonly Hiring_Process__c: string;
    readonly Hiring_Process__r: { readonly Key__c: string };
  } | null;
}

const source = z.object({
  kind: z.enum(['campaign', 'event', 'referral', 'posting_link', 'direct']),
  source: z.string().max(255).optional(),
  campaign: z.string().max(255).optional(),
  link: z.string().max(2000).optional(),
});

/** POST start-application: a person has at most one open application to a posting; a second start gives that one. */
export const startApplication = defineOperation({
  name: 'start-application',
  method: 'POST',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({
    postingNumber: given.text(30),
    clientKey: given.clientKey,
    source: source.optional(),
  }),
  run: (session, input) =>
    session.transaction(async (own): Promise<{ applicationId: string }> => {
      const contactId = ownContactId(own);
      const system = own.system('own-application');
      await system.lock('Contact', [contactId]);
      const posting = await findPosting(system, input.postingNumber);
      const open = await findOpenApplication(system, contactId, posting.Id);
      if (open !== undefined) return { applicationId: open };
      if (!isOpenPosting(posting, own.now())) {
        throw new MusterError('INVALID_OPERATION', wordsOf(own).say('error.posting_closed'));
      }
      await refuseTooEarly(own, system, contactId, posting);
      const applicationId = await createApplication(own, system, contactId, posting);
      await appendEvents(own, { applicationId, events: () => [{ kind: 'application.started' }] });
      const first: FirstContact = { kind: 'posting_link', ...input.source, at: own.now() };
      await recordFirstContact(system, contactId, first);
      return { applicationId };
    }),
});

async function findPosting(system: Session, number: string): Promise<PostingForStart> {
  const [row] = await system.rows<PostingForStart>(
    soql`SELECT Id, State__c, Published__c, Closes_At__c, RecruitmentRequisitionId, RecruitmentRequisition.OwnerId,
      RecruitmentRequisition.Hiring_Process__c, RecruitmentRequisition.Hiring_Process__r.Key__c
      FROM RecruitmentPosting WHERE Name = ${number}`,
  );
  if (row === undefined) throw new MusterError('NOT_FOUND', wordsOf(system).say('error.no_posting'));
  return row;
}

async function findOpenApplication(
  system: Session,
  contactId: string,
  postingId: string,
): Promise<string | undefined> {
  const [row] = await system.rows<{ Id: string }>(
    soql`SELECT Id FROM ApplicationForm WHERE Contact__c = ${contactId} AND Posting__c = ${postingId}
      AND Status__c NOT IN ('closed', 'withdrawn') ORDER BY Id DESC LIMIT 1`,
  );
  return row?.Id;
}

/** After some endings a person may apply again only from a day on. */
async function refuseTooEarly(
  own: Session,
  system: Session,
  contactId: string,
  posting: PostingForStart,
): Promise<void> {
  const key = posting.RecruitmentRequisition?.Hiring_Process__r.Key__c ?? '';
  const [row] = await system.rows<{ Reapply_At__c: string | null }>(
    soql`SELECT Reapply_At__c FROM ApplicationForm WHERE Contact__c = ${contactId} AND Process_Key__c = ${key}
      AND Reapply_At__c > ${{ dateTime: own.now() }} ORDER BY Reapply_At__c DESC LIMIT 1`,
  );
  const from = readOptionalInstant(row?.Reapply_At__c);
  if (from === undefined) return;
  const words = wordsOf(own);
  throw new MusterError('INVALID_OPERATION', words.say('error.reapply_later', { day: words.day(from) }));
}

async function createApplication(
  own: Session,
  system: Session,
  contactId: string,
  posting: PostingForStart,
): Promise<string> {
  const requisition = posting.RecruitmentRequisition;
  if (requisition === null) throw new Error(`Posting ${posting.Id} belongs to no requisition`);
  const contact = await system.row<{ Email: string | null; AccountId: string | null }>(
    soql`SELECT Email, AccountId FROM Contact WHERE Id = ${contactId}`,
  );
  const version = await system.row<{ Id: string }>(
    soql`SELECT Id FROM Hiring_Process_Version__c WHERE Process__c = ${requisition.Hiring_Process__c}
      AND Status__c = 'Published' ORDER BY Number__c DESC LIMIT 1`,
  );
  const [result] = await system.insert('ApplicationForm', [
    {
      values: {
        AccountId: contact.AccountId,
        Contact__c: contactId,
        Posting__c: posting.Id,
        Requisition__c: posting.RecruitmentRequisitionId,
        Process_Version__c: version.Id,
        Process_Key__c: requisition.Hiring_Process__r.Key__c,
        OwnerId: requisition.OwnerId,
        Open_Key__c: openKeyOf(posting.Id, contact.Email ?? contactId),
        Status__c: 'draft',
      },
    },
  ]);
  if (result?.success && result.id !== undefined) return result.id;
  const [error] = result?.errors ?? [];
  if (error?.code === 'DUPLICATE_VALUE') {
    throw new MusterError('DUPLICATE_VALUE', wordsOf(own).say('error.applied_already'));
  }
  throw error ?? new Error('The application was not saved');
}
