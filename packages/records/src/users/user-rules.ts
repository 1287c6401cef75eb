import { type Id, MusterError } from '@muster/kernel';
import { soql } from '@muster/soql';
import type { RuleRecord, SaveRule } from '../operation.js';
import { becomes } from '../save/becomes.js';
import type { SaveResult, Session } from '../session/session.js';
import { assignmentRules } from './assignment-rules.js';
import { administrators, powerBeyond, powersOfProfile, powersOfUsers } from './powers.js';
import { refusals } from './refusals.js';
import { userLoginRules } from './user-login-rules.js';

/** What people may say of themselves without managing users (Object Reference, User: the personal information). */
const PERSONAL = new Set([
  'aboutme',
  'city',
  'communitynickname',
  'country',
  'extension',
  'firstname',
  'languagelocalekey',
  'lastname',
  'localesidkey',
  'mobilephone',
  'name',
  'phone',
  'postalcode',
  'state',
  'street',
  'timezonesidkey',
  'title',
]);
const STAMPS = new Set(['lastmodifieddate', 'lastmodifiedbyid', 'systemmodstamp']);

/** A user without a nickname gets one nobody has; the kind of user is that of the profile. */
const completeUsers: SaveRule = {
  object: 'User',
  when: 'before',
  on: ['insert', 'update'],
  run: async (batch, session) => {
    for (const { previous, values } of batch) {
      if (previous !== undefined || values.get('communitynickname')) continue;
      const name = (values.get('username') ?? 'User').split('@')[0]?.slice(0, 24) ?? 'User';
      values.set('communitynickname', `${name}${(values.get('id') ?? '').slice(-12)}`);
    }
    const placed = batch.filter(({ values }) => values.get('profileid'));
    if (placed.length === 0) return;
    const profiles = await profilesOf(session.system('user-rules'), placed);
    for (const { values } of placed) {
      const profile = profiles.get(values.get('profileid') ?? '');
      if (profile !== undefined) values.set('usertype', profile.UserType);
    }
  },
};

/** Who may change whom: with `ManageUsers`, and nobody who holds a power the author does not hold. */
const guardUsers: SaveRule = {
  object: 'User',
  when: 'before',
  on: ['insert', 'update'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    const system = session.system('user-rules');
    const held = await powersOfUsers(
      system,
      batch.flatMap(({ id, previous }) => (id === undefined || previous === undefined ? [] : id)),
    );
    const profiles = await profilesOf(system, batch);
    for (const record of batch) {
      const given = profiles.get(record.values.get('profileid') ?? '');
      const gives = given === undefined ? [] : powersOfProfile(session.snapshot, given.Name);
      const error =
        refuseOwn(record, session, gives, given !== undefined) ??
        refuseBeyond(session, [...(held.get(record.id ?? '') ?? []), ...gives]);
      if (error !== undefined) record.refuse(error);
    }
    await keepAnAdministrator(batch, session, system);
  },
};

/** What nobody does to their own user, and what people without `ManageUsers` do to nobody else. */
function refuseOwn(
  record: RuleRecord,
  session: Session,
  gives: readonly string[],
  isMoved: boolean,
): MusterError | undefined {
  const { id, values, previous } = record;
  const isOwn = previous !== undefined && id === session.principal.userId;
  if (!session.has('ManageUsers')) {
    const isPersonal = [...values.keys()].every((name) => PERSONAL.has(name) || STAMPS.has(name));
    return isOwn && isPersonal ? undefined : refusals.needsManageUsers();
  }
  if (!isOwn) return undefined;
  if (becomes(record, 'isactive', false)) return refusals.ownDeactivation();
  return isMoved && !gives.includes('ManageUsers') ? refusals.ownRights('ProfileId') : undefined;
}

function refuseBeyond(session: Session, powers: readonly Parameters<typeof refusals.beyond>[0][]) {
  const power = powerBeyond(session, powers);
  return power === undefined ? undefined : refusals.beyond(power);
}

/** Refuses to deactivate or demote the last user who can manage users. */
async function keepAnAdministrator(
  batch: readonly RuleRecord[],
  session: Session,
  system: Session,
): Promise<void> {
  const leaving = batch.filter(
    (record) =>
      record.previous !== undefined && (becomes(record, 'isactive', false) || record.values.get('profileid')),
  );
  if (leaving.length === 0) return;
  const profiles = await profilesOf(system, leaving);
  const kept = await administrators(system);
  const stay = new Set(kept);
  for (const record of leaving) {
    const { id = '', values } = record;
    const profile = profiles.get(values.get('profileid') ?? '');
    const isDemoted =
      profile !== undefined && !powersOfProfile(session.snapshot, profile.Name).includes('ManageUsers');
    if (becomes(record, 'isactive', false) || isDemoted) stay.delete(id);
  }
  if (stay.size > 0 || kept.size === 0) return;
  for (const record of leaving)
    if (kept.has(record.id ?? '')) record.refuse(refusals.lastAdministrator('IsActive'));
}

interface ProfileRow {
  readonly Id: Id;
  readonly Name: string;
  readonly UserType: string;
}

async function profilesOf(
  system: Session,
  batch: readonly RuleRecord[],
): Promise<ReadonlyMap<string, ProfileRow>> {
  const ids = [...new Set(batch.flatMap(({ values }) => values.get('profileid') ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await system.rows<ProfileRow>(soql`SELECT Id, Name, UserType FROM Profile WHERE Id IN ${ids}`);
  return new Map(rows.map((row) => [row.Id, row]));
}

/** Users are deactivated, never deleted: what they did keeps its author. */
const keepUsers: SaveRule = {
  object: 'User',
  when: 'before',
  on: ['delete'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    for (const record of batch) record.refuse(refusals.neverDeleted());
  },
};

/** Every user has a row that says whether the sign-in is frozen. */
const addLogins: SaveRule = {
  object: 'User',
  when: 'after',
  on: ['insert'],
  run: async (batch, session) => {
    const system = session.system('user-rules');
    const made = await system.insert(
      'UserLogin',
      batch.map(({ id }) => ({ values: { UserId: id, IsFrozen: false } })),
    );
    batch.forEach((record, i) => {
      for (const error of (made[i] as SaveResult).errors) record.refuse(error);
    });
  },
};

/** What the platform asks of every save of users, of their sign-in and of what they are assigned. */
export const userRules: readonly SaveRule[] = [
  completeUsers,
  guardUsers,
  keepUsers,
  addLogins,
  ...userLoginRules,
  ...assignmentRules,
];

/** @throws MusterError when the author may not act for this user: send a password link, reset a password. */
export async function requireManaged(session: Session, userId: Id): Promise<void> {
  if (!session.has('ManageUsers')) throw refusals.needsManageUsers();
  const powers = await powersOfUsers(session.system('user-rules'), [userId]);
  if (!powers.has(userId)) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
  const power = powerBeyond(session, powers.get(userId) ?? []);
  if (power !== undefined) throw refusals.beyond(power);
}
