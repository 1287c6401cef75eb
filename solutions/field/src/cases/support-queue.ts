import type { Session } from '@muster/records';
import { soql } from '@muster/soql';

/** The queue that cases filed by members come to. */
export const SUPPORT_QUEUE = 'Field_Support';

/** Hours to an answer that an org starts with; it changes them in Setup. */
const FIRST_TARGETS = [
  { Name: 'High', Hours__c: 4 },
  { Name: 'Medium', Hours__c: 24 },
  { Name: 'Low', Hours__c: 72 },
];

/** The id of the queue. `session` has all rights. @throws MusterError NOT_FOUND when an administrator took it away. */
export async function supportQueueId(session: Session): Promise<string> {
  const { Id } = await session.row<{ Id: string }>(
    soql`SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = ${SUPPORT_QUEUE}`,
  );
  return Id;
}

/** Makes the queue and the first answer targets where the org has none. `session` has all rights. */
export async function seedSupport(session: Session): Promise<void> {
  const queues = await session.rows(soql`SELECT Id FROM Group WHERE DeveloperName = ${SUPPORT_QUEUE}`);
  if (queues.length === 0) {
    await session.create('Group', { Name: 'Field Support', DeveloperName: SUPPORT_QUEUE, Type: 'Queue' });
  }
  const targets = await session.rows('SELECT Id FROM Answer_Target__c LIMIT 1');
  if (targets.length > 0) return;
  for (const values of FIRST_TARGETS) await session.create('Answer_Target__c', values);
}
