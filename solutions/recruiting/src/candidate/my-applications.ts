import { defineOperation, type Session } from '@muster/records';
import { soql } from '@muster/soql';
import { z } from 'zod';
import { isoInstant } from '../application/instants.js';
import { type Application, loadApplication } from '../application/load-application.js';
import type { MyApplication } from '../contract/index.js';
import { loadStepWaits, type StepWaits } from '../figures/step-waits.js';
import { wordsOf } from '../messages/words.js';
import { loadMessages } from '../outbox/messages.js';
import { isOpenPosting, type PostingRow } from '../postings/posting-row.js';
import { myApplicationView } from './my-application-view.js';
import { openOwnApplication, ownContactId } from './own-application.js';

/** GET my-applications: newest first. */
export const myApplications = defineOperation({
  name: 'my-applications',
  method: 'GET',
  purpose: 'own-application',
  permission: 'Apply',
  input: z.object({}),
  run: async (session): Promise<readonly MyApplication[]> => {
    const contactId = ownContactId(session);
    const rows = await session.rows<{ Id: string }>(
      soql`SELECT Id FROM ApplicationForm WHERE Contact__c = ${contactId} ORDER BY Id DESC LIMIT 50`,
    );
    const views: MyApplication[] = [];
    for (const { Id } of rows) views.push(await viewOwnApplication(session, Id));
    return views;
  },
});

/** One application as its candidate sees it. @throws MusterError NOT_FOUND */
export async function viewOwnApplication(session: Session, id: string): Promise<MyApplication> {
  const system = await openOwnApplication(session, id);
  const application = await loadApplication(system, id);
  const posting = await system.row<Pick<PostingRow, 'State__c' | 'Published__c' | 'Closes_At__c'>>(
    soql`SELECT State__c, Published__c, Closes_At__c FROM RecruitmentPosting WHERE Id = ${application.row.Posting__c}`,
  );
  return myApplicationView(
    {
      application,
      posting: {
        isOpen: isOpenPosting(posting, application.now),
        closesAt: isoInstant(posting.Closes_At__c),
      },
      contact: await whomToAsk(system, application),
      messages: await loadMessages(system, id, 'candidate'),
      waits: await waitsOf(session, application),
    },
    wordsOf(session),
  );
}

async function whomToAsk(system: Session, { row }: Application): Promise<MyApplication['contact']> {
  const owner = await system.row<{ Name: string; Email: string; Phone: string | null }>(
    soql`SELECT Name, Email, Phone FROM User WHERE Id = ${row.OwnerId}`,
  );
  return { name: owner.Name, email: owner.Email, phone: owner.Phone };
}

/** Waits are only looked up while there is something to wait for. */
async function waitsOf(session: Session, application: Application): Promise<ReadonlyMap<string, StepWaits>> {
  const { row, state, now } = application;
  if (state.waitingStep === undefined) return new Map();
  return loadStepWaits(session, { process: row.Process_Key__c, step: state.waitingStep }, now);
}
