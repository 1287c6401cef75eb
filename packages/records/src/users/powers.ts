import type { Id } from '@muster/kernel';
import type { PermissionSetDef, Snapshot } from '@muster/metadata';
import { soql } from '@muster/soql';
import type { Session } from '../session/session.js';

/** User permissions that reach past a person's own work: nobody gives or touches them without holding them. */
const POWERS = [
  'ModifyAllData',
  'ViewAllData',
  'ViewEncryptedData',
  'CustomizeApplication',
  'ManageUsers',
] as const;
export type Power = (typeof POWERS)[number];

/** The powers a profile or permission set gives. Whoever may change all data holds each but to see encrypted text. */
function powersOf(set: PermissionSetDef | undefined): readonly Power[] {
  const given = set?.userPermissions ?? [];
  return POWERS.filter(
    (power) => given.includes(power) || (power !== 'ViewEncryptedData' && given.includes('ModifyAllData')),
  );
}

export function powersOfProfile(snapshot: Snapshot, name: string): readonly Power[] {
  return powersOf(snapshot.profiles.get(name.toLowerCase()));
}

export function powersOfPermissionSet(snapshot: Snapshot, name: string): readonly Power[] {
  return powersOf(snapshot.permissionSets.get(name.toLowerCase()));
}

/** The powers users hold by their profiles and permission sets. `system` has all rights. */
export async function powersOfUsers(
  system: Session,
  userIds: readonly Id[],
): Promise<ReadonlyMap<Id, ReadonlySet<Power>>> {
  if (userIds.length === 0) return new Map();
  const users = await system.rows<{ Id: Id; Profile: { Name: string } | null }>(
    soql`SELECT Id, Profile.Name FROM User WHERE Id IN ${userIds}`,
  );
  const assigned = await system.rows<{ AssigneeId: Id; PermissionSet: { Name: string } }>(
    soql`SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId IN ${userIds}`,
  );
  return new Map(
    users.map(({ Id, Profile }) => {
      const own = assigned.filter(({ AssigneeId }) => AssigneeId === Id);
      const powers = [
        ...powersOfProfile(system.snapshot, Profile?.Name ?? ''),
        ...own.flatMap(({ PermissionSet }) => powersOfPermissionSet(system.snapshot, PermissionSet.Name)),
      ];
      return [Id, new Set(powers)] as const;
    }),
  );
}

/** The first of these powers the author of a session does not hold. */
export function powerBeyond(session: Session, powers: Iterable<Power>): Power | undefined {
  return [...powers].find((power) => !session.has(power));
}

/** Active users who may manage users and are not frozen, locked until the transaction ends. `system` has all rights. */
export async function administrators(system: Session): Promise<ReadonlySet<Id>> {
  const before = await findAdministrators(system);
  await system.lock('User', before);
  return new Set(await findAdministrators(system));
}

async function findAdministrators(system: Session): Promise<readonly Id[]> {
  const manages = (powers: readonly Power[]) => powers.includes('ManageUsers');
  const { snapshot } = system;
  const profiles = [...snapshot.profiles.values()].filter((set) => manages(powersOf(set)));
  const sets = [...snapshot.permissionSets.values()].filter((set) => manages(powersOf(set)));
  const byProfile = await system.rows<{ Id: Id }>(
    soql`SELECT Id FROM User WHERE IsActive = true AND Profile.Name IN ${namesOf(profiles)}`,
  );
  const bySet = await system.rows<{ Id: Id }>(
    soql`SELECT Id FROM User WHERE IsActive = true AND Id IN
      (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ${namesOf(sets)})`,
  );
  const ids = [...new Set([...byProfile, ...bySet].map(({ Id }) => Id))];
  if (ids.length === 0) return [];
  const frozen = await system.rows<{ UserId: Id }>(
    soql`SELECT UserId FROM UserLogin WHERE IsFrozen = true AND UserId IN ${ids}`,
  );
  return ids.filter((id) => !frozen.some(({ UserId }) => UserId === id));
}

/** A list in a query has at least one value; no profile has an empty name. */
function namesOf(sets: readonly PermissionSetDef[]): readonly string[] {
  return sets.length === 0 ? [''] : sets.map(({ name }) => name);
}
