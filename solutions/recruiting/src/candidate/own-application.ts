import { MusterError } from '@muster/kernel';
import type { Session } from '@muster/records';
import { requireApplication } from '../application/load-application.js';
import { wordsOf } from '../messages/words.js';

/** The Contact of a signed-in candidate or officer. @throws MusterError for anybody else */
export function ownContactId(session: Session): string {
  const { contactId } = session.principal;
  if (contactId !== undefined) return contactId;
  throw new MusterError('INSUFFICIENT_ACCESS_OR_READONLY', wordsOf(session).say('error.candidates_only'));
}

/** Makes sure an application is the caller's own, and opens the door to what belongs to it. @throws MusterError NOT_FOUND */
export async function openOwnApplication(session: Session, id: string): Promise<Session> {
  ownContactId(session);
  await requireApplication(session, id);
  return session.system('own-application');
}
