import type { PermissionSetDef, Snapshot } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';
import type { Session } from '../session/session.js';
import { mirrorDeclaredRows } from './mirror-declared-rows.js';
import { mirrorGroupMembers, mirrorPermissionSetGroups } from './mirror-permission-set-groups.js';
import { mirrorPermissionSets } from './mirror-permission-sets.js';
import { automatedUserId } from './system-principal.js';
import { withdrawSetup } from './withdraw-setup.js';

/** Kinds of user by the licence of their profile (Object Reference, `User.UserType`); the first that fits counts. */
const USER_TYPES: readonly (readonly [licence: RegExp, userType: string])[] = [
  [/^Guest/, 'Guest'],
  [/Partner/, 'PowerPartner'],
  [/Community Plus/, 'PowerCustomerSuccess'],
  [/Community/, 'CspLitePortal'],
];

/** The kind of user a profile makes, by the licence its file names. */
function userType(profile: PermissionSetDef): string {
  const licence = profile.userLicense ?? 'Salesforce';
  return USER_TYPES.find(([pattern]) => pattern.test(licence))?.[1] ?? 'Standard';
}

/**
 * Brings the records that mirror metadata up to date: Organization, Profile, PermissionSet and groups of them, UserRole,
 * RecordType, custom metadata, and the user that automation acts as. `session` has all rights.
 */
export async function syncSetupRecords(database: Database, org: Org, session: Session): Promise<void> {
  await ensureFixedRows(database, org);
  const { snapshot } = session;
  await mirrorPermissionSetGroups(database, org, snapshot);
  await session.transaction(async (within) => {
    await upsertByName(within, 'Profile', profileRows(snapshot));
    await syncUserTypes(within, snapshot);
    await mirrorPermissionSets(within);
    await syncRoles(within, snapshot);
    await withdrawSetup(database, org, within);
  });
  await mirrorGroupMembers(database, org, session);
  await mirrorDeclaredRows(database, org, snapshot);
  await linkAutomatedUser(database, org, session);
  await completeUsers(database, org, session);
}

function profileRows(snapshot: Snapshot): Record<string, unknown>[] {
  return [...snapshot.profiles.values()].map((profile) => ({
    Name: profile.name,
    Description: profile.description ?? null,
    UserType: userType(profile),
  }));
}

/** Profiles that were there before follow the licence their file names now. */
async function syncUserTypes(session: Session, snapshot: Snapshot): Promise<void> {
  const rows = await session.rows<{ Id: string; Name: string; UserType: string }>(
    'SELECT Id, Name, UserType FROM Profile',
  );
  for (const { Id, Name, UserType } of rows) {
    const profile = snapshot.profiles.get(Name.toLowerCase());
    const wanted = profile && userType(profile);
    if (wanted !== undefined && wanted !== UserType)
      await session.change('Profile', Id, { UserType: wanted });
  }
}

async function upsertByName(
  session: Session,
  object: string,
  wanted: readonly Record<string, unknown>[],
): Promise<void> {
  const known = await session.rows<{ Id: string; Name: string }>(`SELECT Id, Name FROM ${object}`);
  const ids = new Map(known.map((row) => [row.Name.toLowerCase(), row.Id]));
  const added = wanted.filter((values) => !ids.has(String(values['Name']).toLowerCase()));
  const results = await session.insert(
    object,
    added.map((values) => ({ values })),
  );
  const failed = results.find((result) => !result.success);
  if (failed) throw failed.errors[0] ?? new Error(`${object} was not saved`);
}

interface RoleRow {
  readonly Id: string;
  readonly Name: string;
  readonly DeveloperName: string;
  readonly ParentRoleId: string | null;
}

async function syncRoles(session: Session, snapshot: Snapshot): Promise<void> {
  const roles = snapshot.roles ?? [];
  await upsertByDeveloperName(
    session,
    roles.map((role) => ({ Name: role.label, DeveloperName: role.name })),
  );
  const rows = await session.rows<RoleRow>('SELECT Id, Name, DeveloperName, ParentRoleId FROM UserRole');
  const ids = new Map(rows.map((row) => [row.DeveloperName, row.Id]));
  for (const role of roles) {
    const parent = role.parentRole === undefined ? null : (ids.get(role.parentRole) ?? null);
    const row = rows.find((candidate) => candidate.DeveloperName === role.name);
    if (row && (row.ParentRoleId !== parent || row.Name !== role.label))
      await session.change('UserRole', row.Id, { Name: role.label, ParentRoleId: parent });
  }
}

async function upsertByDeveloperName(
  session: Session,
  wanted: readonly Record<string, unknown>[],
): Promise<void> {
  const known = await session.rows<{ DeveloperName: string }>('SELECT DeveloperName FROM UserRole');
  const names = new Set(known.map((row) => row.DeveloperName));
  for (const values of wanted)
    if (!names.has(String(values['DeveloperName']))) await session.create('UserRole', values);
}

/** Two rows carry ids that are known beforehand, so they are not made by a save. */
async function ensureFixedRows(database: Database, org: Org): Promise<void> {
  const schema = quoteIdent(org.schema);
  const author = automatedUserId(org);
  await database.rows({
    text: `insert into ${schema}."user" (id, username, lastname, name, alias, isactive, usertype, email, timezonesidkey,
        localesidkey, languagelocalekey, emailencodingkey, createddate, createdbyid, lastmodifieddate, lastmodifiedbyid, systemmodstamp)
      values ($1, $2, 'Automated Process', 'Automated Process', 'auto', false, 'AutomatedProcess', $3, 'UTC', 'en_US', 'en_US', 'UTF-8',
        now(), $1, now(), $1, now()) on conflict do nothing`,
    values: [author, `automation@${org.schema}`, 'automation@localhost.invalid'],
  });
  await database.rows({
    text: `insert into ${schema}.organization (id, name, organizationtype, instancename, issandbox, languagelocalekey, defaultlocalesidkey, timezonesidkey,
        createddate, createdbyid, lastmodifieddate, lastmodifiedbyid, systemmodstamp)
      values ($1, $2, 'Enterprise Edition', 'MUSTER', false, 'en_US', 'en_US', 'UTC', now(), $3, now(), $3, now()) on conflict do nothing`,
    values: [org.id, org.name, author],
  });
}

async function linkAutomatedUser(database: Database, org: Org, session: Session): Promise<void> {
  const admin = await session.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Admin'");
  await database.rows({
    text: `update ${quoteIdent(org.schema)}."user" set profileid = $2 where id = $1 and profileid is null`,
    values: [automatedUserId(org), admin.Id],
  });
}

/** Users who were there before usernames were kept for all orgs and every user had a UserLogin. */
async function completeUsers(database: Database, org: Org, session: Session): Promise<void> {
  await database.rows({
    text: `insert into directory.username (username, org_id, user_id)
      select muster.fold(username), $1, id from ${quoteIdent(org.schema)}."user" where not isdeleted
      on conflict (username) do nothing`,
    values: [org.id],
  });
  const without = await session.rows<{ Id: string }>(
    'SELECT Id FROM User WHERE Id NOT IN (SELECT UserId FROM UserLogin)',
  );
  const made = await session.insert(
    'UserLogin',
    without.map(({ Id }) => ({ values: { UserId: Id, IsFrozen: false } })),
  );
  const failed = made.find((result) => !result.success);
  if (failed) throw failed.errors[0] ?? new Error('A UserLogin was not saved');
}
