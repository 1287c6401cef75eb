import type { RuleRecord, SaveRule, Session } from '@muster/records';
import { type CaseClock, caseClock } from './answer-due.js';
import { isClosedStatus } from './case-status.js';

/** Keeps, on every save of a case, whether and when it was closed, since when it waits on support, and when an answer is due. */
export const completeCase: SaveRule = {
  object: 'Case',
  when: 'before',
  on: ['insert', 'update'],
  async run(batch, session) {
    const targets = await targetHours(session);
    for (const record of batch) {
      const clock = caseClock(record, {
        isClosedStatus: (status) => isClosedStatus(session.snapshot, status),
        targetHours: (priority) => targets.get(priority?.toLowerCase() ?? ''),
        now: session.now(),
      });
      keep(record, clock);
    }
  },
};

function keep({ values, previous }: RuleRecord, clock: CaseClock): void {
  const wasClosed = previous?.get('isclosed') === 't';
  if (previous === undefined || wasClosed !== clock.isClosed) values.set('isclosed', String(clock.isClosed));
  values.set('closeddate', clock.closedAt);
  values.set('waiting_since__c', clock.waitingSince);
  values.set('due_at__c', clock.dueAt);
}

/** Hours to an answer by priority; of several targets for one, the shortest. */
async function targetHours(session: Session): Promise<ReadonlyMap<string, number>> {
  const rows = await session
    .system('own-case')
    .rows<{ Name: string; Hours__c: number }>(
      'SELECT Name, Hours__c FROM Answer_Target__c ORDER BY Hours__c DESC',
    );
  return new Map(rows.map((row) => [row.Name.toLowerCase(), row.Hours__c]));
}
