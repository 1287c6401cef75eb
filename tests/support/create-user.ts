import type { Id } from '@muster/kernel';
import type { Session } from '@muster/records';
import { soql } from '@muster/soql';

/** Makes an active user with this name and profile. `session` has all rights. */
export async function createUser(
  session: Session,
  username: string,
  profileName: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<Id> {
  const profile = await session.row<{ Id: Id }>(soql`SELECT Id FROM Profile WHERE Name = ${profileName}`);
  const name = username.split('@')[0] ?? username;
  return session.create('User', {
    Username: username,
    Email: username,
    LastName: name,
    Alias: name.slice(0, 8),
    CommunityNickname: name,
    ProfileId: profile.Id,
    TimeZoneSidKey: 'UTC',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...values,
  });
}
