import { type Id, MusterError } from '@muster/kernel';
import { type Principal, type Records, type Session, systemPrincipal } from '@muster/records';
import { soql } from '@muster/soql';

const CAPACITY = 5_000;

/** Principals by user, each valid for one version of the org's rights. */
export interface Principals {
  /** The principal of an active user; undefined when there is no such user or the user may not sign in. */
  find(userId: Id, rightsVersion: number): Promise<Principal | undefined>;
}

interface UserRow {
  readonly Id: Id;
  readonly Username: string;
  readonly Name: string;
  readonly IsActive: boolean;
  readonly ContactId: Id | null;
  readonly Contact: { readonly AccountId: Id | null } | null;
  readonly UserRoleId: Id | null;
  readonly LanguageLocaleKey: string;
  readonly LocaleSidKey: string;
  readonly TimeZoneSidKey: string;
  readonly Profile: { readonly Name: string; readonly UserType: string };
}

interface RoleRow {
  readonly Id: Id;
  readonly ParentRoleId: Id | null;
}

/** Builds principals from User, Profile, permission set assignments and roles, and keeps them while rights stand. */
export function createPrincipals(records: Records): Principals {
  const kept = new Map<string, Promise<Principal | undefined>>();

  const keep = (key: string, load: () => Promise<Principal | undefined>) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const loading = load();
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    if (kept.size > CAPACITY) kept.delete(kept.keys().next().value ?? '');
    return loading;
  };

  return {
    find: (userId, rightsVersion) => keep(`${userId}|${rightsVersion}`, () => loadPrincipal(records, userId)),
  };
}

/** The empty key: a user id that is no user's. */
const NOBODY = '000000000000000AAA';

/** Whom requests without a session act as: nobody, with the rights of the guest profile. */
export function guestPrincipal(orgId: Id): Principal {
  return {
    orgId,
    userId: NOBODY,
    username: 'guest',
    displayName: 'Guest',
    kind: 'guest',
    subordinateRoleIds: [],
    profile: 'Guest',
    permissionSets: [],
    language: 'en',
    timeZone: 'UTC',
  };
}

/** All rights, before anybody is signed in: reads who somebody is, makes accounts. */
export function signInSession(records: Records): Session {
  return records.openSession(systemPrincipal(records.org), { key: 'sign-in' }).system('sign-in');
}

async function loadPrincipal(records: Records, userId: Id): Promise<Principal | undefined> {
  const session = signInSession(records);
  const [user] = await session.rows<UserRow>(
    soql`SELECT Id, Username, Name, IsActive, ContactId, Contact.AccountId, UserRoleId, LanguageLocaleKey,
         LocaleSidKey, TimeZoneSidKey, Profile.Name, Profile.UserType FROM User WHERE Id = ${userId}`,
  );
  if (user === undefined || !user.IsActive || user.Profile.UserType === 'Guest') return undefined;
  const frozen = await session.rows(
    soql`SELECT Id FROM UserLogin WHERE UserId = ${user.Id} AND IsFrozen = true`,
  );
  if (frozen.length > 0) return undefined;
  const assignments = await session.rows<{ readonly PermissionSet: { readonly Name: string } }>(
    soql`SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${user.Id} ORDER BY Id`,
  );
  const roles =
    user.UserRoleId === null ? [] : await session.rows<RoleRow>('SELECT Id, ParentRoleId FROM UserRole');
  return {
    orgId: records.org.id,
    userId: user.Id,
    username: user.Username,
    displayName: user.Name,
    kind: user.Profile.UserType === 'Standard' ? 'internal' : 'portal',
    ...(user.ContactId === null ? {} : { contactId: user.ContactId }),
    ...(user.Contact?.AccountId ? { accountId: user.Contact.AccountId } : {}),
    ...(user.UserRoleId === null ? {} : { roleId: user.UserRoleId }),
    subordinateRoleIds: user.UserRoleId === null ? [] : rolesBelow(user.UserRoleId, roles),
    profile: user.Profile.Name,
    permissionSets: assignments.map((row) => row.PermissionSet.Name),
    language: user.LanguageLocaleKey.slice(0, 2).toLowerCase(),
    ...localeOf(user.LocaleSidKey),
    timeZone: user.TimeZoneSidKey,
  };
}

/** `es_US` as the BCP 47 tag `es-US`; keys that are none leave the locale to the language. */
function localeOf(key: string): Pick<Principal, 'locale'> {
  try {
    const [locale] = Intl.getCanonicalLocales(key.replaceAll('_', '-'));
    return locale === undefined ? {} : { locale };
  } catch {
    return {};
  }
}

function rolesBelow(roleId: Id, roles: readonly RoleRow[]): readonly Id[] {
  const below: Id[] = [];
  const open = [roleId];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const role of roles) {
      if (role.ParentRoleId !== parent || below.includes(role.Id)) continue;
      below.push(role.Id);
      open.push(role.Id);
    }
  }
  return below;
}

/** What somebody is told whose name or password is wrong, whichever it was. */
export function invalidLogin(): MusterError {
  const message = 'Invalid username, password, security token; or user locked out.';
  return new MusterError('INVALID_LOGIN', message);
}
