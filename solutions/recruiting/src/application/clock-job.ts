import type { Session, SolutionJob } from '@muster/records';
import { soql } from '@muster/soql';
import { dueClockEvents } from '../engine/index.js';
import { appendClockEvents } from './append-events.js';
import { loadApplication } from './load-application.js';

const BATCH = 500;

/** Once a minute: what time alone has changed is written down, and postings close at their hour. */
export const clockJob: SolutionJob = {
  task: 'recruiting.clock',
  every: '* * * * *',
  run: async (session) => {
    await noteExpiries(session);
    await closePostings(session);
  },
};

/** Appends expiry events to the applications whose next change has come, each in a transaction of its own. */
export async function noteExpiries(session: Session): Promise<void> {
  const due = await session
    .system('clock')
    .rows<{ Id: string }>(
      soql`SELECT Id FROM ApplicationForm WHERE Next_Change_At__c <= ${{ dateTime: session.now() }} ORDER BY Next_Change_At__c LIMIT ${BATCH}`,
    );
  for (const { Id } of due) {
    await session.transaction(async (transaction) => {
      const system = transaction.system('clock');
      await system.lock('ApplicationForm', [Id]);
      const application = await loadApplication(system, Id);
      const events = dueClockEvents(application.process, application.log, application.now);
      await appendClockEvents(system, application, events);
    });
  }
}

/** A posting whose closing time has come is no longer published. */
export async function closePostings(session: Session): Promise<void> {
  const system = session.system('clock');
  const due = await system.rows<{ Id: string }>(
    soql`SELECT Id FROM RecruitmentPosting WHERE State__c = 'Open' AND Closes_At__c <= ${{ dateTime: session.now() }}`,
  );
  await system.update(
    'RecruitmentPosting',
    due.map(({ Id }) => ({ id: Id, values: { State__c: 'Closed' } })),
  );
}
