import { MusterError } from '@muster/kernel';
import type { Session } from '../session/session.js';

/**
 * Metadata is read and changed only by who may set the org up.
 * @throws MusterError INSUFFICIENT_ACCESS_OR_READONLY
 */
export function requireMetadataAccess(session: Pick<Session, 'has'>): void {
  if (session.has('CustomizeApplication') || session.has('ModifyAllData')) return;
  throw new MusterError(
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'Reading and changing metadata needs the user permission CustomizeApplication, which no profile or permission set of this user grants.',
  );
}
