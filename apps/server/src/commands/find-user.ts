import { MusterError } from '@muster/kernel';
import type { Principal } from '@muster/records';
import type { Instance } from '../open-instance.js';
import { signInSession } from '../sign-in/principals.js';

/** The user a command acts as: the one named, else the oldest active administrator. @throws MusterError NOT_FOUND */
export async function findUser(
  { records, signIn }: Instance,
  username: string | undefined,
): Promise<Principal> {
  const userId =
    username === undefined ? await findAdministrator(records) : await signIn.credentials.findUserId(username);
  const principal = userId === undefined ? undefined : await signIn.findPrincipal(userId);
  if (principal !== undefined) return principal;
  throw new MusterError(
    'NOT_FOUND',
    username === undefined ? NO_ADMINISTRATOR : `There is no active user ${username}.`,
  );
}

const NO_ADMINISTRATOR =
  'There is no administrator yet. Set MUSTER_ADMIN_USERNAME and MUSTER_ADMIN_PASSWORD, or load the demo.';

async function findAdministrator(records: Instance['records']): Promise<string | undefined> {
  const [user] = await signInSession(records).rows<{ readonly Id: string }>(
    "SELECT Id FROM User WHERE IsActive = true AND Profile.Name = 'Admin' ORDER BY CreatedDate, Id LIMIT 1",
  );
  return user?.Id;
}
