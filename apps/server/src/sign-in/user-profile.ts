import type { UserProfile } from '@muster/api';
import type { Id } from '@muster/kernel';
import type { Principal, Records } from '@muster/records';
import { soql } from '@muster/soql';
import { signInSession } from './principals.js';

interface UserRow {
  readonly FirstName: string | null;
  readonly LastName: string;
  readonly Email: string;
  readonly CommunityNickname: string | null;
  readonly IsActive: boolean;
  readonly ProfileId: Id;
  readonly LanguageLocaleKey: string;
  readonly LocaleSidKey: string;
  readonly LastModifiedDate: string;
  readonly Profile: { readonly UserType: string };
}

/** What identity answers show of a user: of the user's own account, so no rights are asked for. */
export async function readUserProfile(records: Records, principal: Principal): Promise<UserProfile> {
  const session = signInSession(records);
  const user = await session.row<UserRow>(
    soql`SELECT FirstName, LastName, Email, CommunityNickname, IsActive, ProfileId, LanguageLocaleKey, LocaleSidKey,
         LastModifiedDate, Profile.UserType FROM User WHERE Id = ${principal.userId}`,
  );
  return {
    firstName: user.FirstName,
    lastName: user.LastName,
    email: user.Email,
    nickname: user.CommunityNickname ?? principal.username,
    isActive: user.IsActive,
    profileId: user.ProfileId,
    language: user.LanguageLocaleKey,
    locale: user.LocaleSidKey,
    userType: user.Profile.UserType,
    organizationName: records.org.name,
    lastModifiedDate: user.LastModifiedDate,
  };
}
