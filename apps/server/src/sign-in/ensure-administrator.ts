import type { Id } from '@muster/kernel';
import type { Records } from '@muster/records';
import { soql } from '@muster/soql';
import type { SignIn } from './create-sign-in.js';
import { signInSession } from './principals.js';

const ADMIN_PROFILE = 'Admin';

/** Makes the administrator the configuration names, or gives the one there is the configuration's password. */
export async function ensureAdministrator(
  records: Records,
  { credentials }: SignIn,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<void> {
  const known = await credentials.findUserId(username);
  if (known === undefined) {
    await credentials.set(await createAdministrator(records, username), password);
  } else if (!(await credentials.isPasswordOf(known, password))) {
    await credentials.set(known, password);
  }
}

function createAdministrator(records: Records, username: string): Promise<Id> {
  return signInSession(records).transaction(async (session) => {
    const profile = await session.row<{ readonly Id: Id }>(
      soql`SELECT Id FROM Profile WHERE Name = ${ADMIN_PROFILE}`,
    );
    return session.create('User', {
      Username: username,
      Email: username.includes('@') ? username : `${username}@localhost.invalid`,
      LastName: 'Administrator',
      Alias: 'admin',
      CommunityNickname: `admin-${username}`.slice(0, 40),
      ProfileId: profile.Id,
      IsActive: true,
      LanguageLocaleKey: 'en_US',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
  });
}
