import type { Id } from '@muster/kernel';
import { soql } from '@muster/soql';
import type { RuleRecord, SaveRule } from '../operation.js';
import type { Session } from '../session/session.js';
import { administrators, powerBeyond, powersOfPermissionSet, powersOfProfile } from './powers.js';
import { refusals } from './refusals.js';

/** Whoever is given a group is given the permission set that is its sum, and the other way round. */
const assignGroups: SaveRule = {
  object: 'PermissionSetAssignment',
  when: 'before',
  on: ['insert'],
  run: async (batch, session) => {
    if (batch.length === 0 || (session.snapshot.permissionSetGroups ?? []).length === 0) return;
    const sums = await session
      .system('user-rules')
      .rows<{ Id: Id; PermissionSetGroupId: Id }>(
        'SELECT Id, PermissionSetGroupId FROM PermissionSet WHERE PermissionSetGroupId != null',
      );
    for (const { values } of batch) {
      const [set, group] = [values.get('permissionsetid'), values.get('permissionsetgroupid')];
      const ofGroup = sums.find((sum) => sum.PermissionSetGroupId === group);
      if (!set && ofGroup !== undefined) values.set('permissionsetid', ofGroup.Id);
      const ofSet = sums.find((sum) => sum.Id === set);
      if (ofSet !== undefined) values.set('permissionsetgroupid', ofSet.PermissionSetGroupId);
    }
  },
};

/** Permission sets: given and taken by who manages users and holds what they give; nobody locks everybody out. */
const guardAssignments: SaveRule = {
  object: 'PermissionSetAssignment',
  when: 'before',
  on: ['insert', 'update', 'delete'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    const system = session.system('user-rules');
    const names = await permissionSetNames(system, batch);
    for (const record of batch) {
      const name = names.get(after(record, 'permissionsetid')) ?? '';
      const power = powerBeyond(session, powersOfPermissionSet(session.snapshot, name));
      if (!session.has('ManageUsers')) record.refuse(refusals.needsManageUsers());
      else if (power !== undefined) record.refuse(refusals.beyond(power));
    }
  },
};

/** Whoever loses a permission set keeps managing users if it is oneself, and somebody goes on managing them. */
const keepManagers: SaveRule = {
  object: 'PermissionSetAssignment',
  when: 'before',
  on: ['delete'],
  run: async (batch, session) => {
    if (session.principal.kind === 'system') return;
    const system = session.system('user-rules');
    const names = await permissionSetNames(system, batch);
    const givesIt = (record: RuleRecord) =>
      powersOfPermissionSet(session.snapshot, names.get(after(record, 'permissionsetid')) ?? '').includes(
        'ManageUsers',
      );
    const taken = batch.filter(givesIt);
    if (taken.length === 0) return;
    const kept = await administrators(system);
    const others = await managesWithout(
      system,
      taken.map((record) => after(record, 'assigneeid')),
      taken.flatMap(({ id }) => id ?? []),
    );
    for (const record of taken) {
      const user = after(record, 'assigneeid');
      if (others.has(user)) continue;
      if (user === session.principal.userId) record.refuse(refusals.ownRights('PermissionSetId'));
      else if ([...kept].every((id) => id === user)) record.refuse(refusals.lastAdministrator('AssigneeId'));
    }
  },
};

/** Of these users, those who manage users by their profile or an assignment that stays. */
async function managesWithout(
  system: Session,
  users: readonly Id[],
  gone: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const profiles = await system.rows<{ Id: Id; Profile: { Name: string } }>(
    soql`SELECT Id, Profile.Name FROM User WHERE Id IN ${users}`,
  );
  const assigned = await system.rows<{ Id: Id; AssigneeId: Id; PermissionSet: { Name: string } }>(
    soql`SELECT Id, AssigneeId, PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId IN ${users}`,
  );
  const { snapshot } = system;
  const byProfile = profiles.filter(({ Profile }) =>
    powersOfProfile(snapshot, Profile.Name).includes('ManageUsers'),
  );
  const bySet = assigned.filter(
    ({ Id, PermissionSet }) =>
      !gone.includes(Id) && powersOfPermissionSet(snapshot, PermissionSet.Name).includes('ManageUsers'),
  );
  return new Set([...byProfile.map(({ Id }) => Id), ...bySet.map(({ AssigneeId }) => AssigneeId)]);
}

function after({ values, previous }: RuleRecord, column: string): string {
  return values.get(column) ?? previous?.get(column) ?? '';
}

async function permissionSetNames(
  system: Session,
  batch: readonly RuleRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(batch.map((record) => after(record, 'permissionsetid')))].filter((id) => id !== '');
  if (ids.length === 0) return new Map();
  const rows = await system.rows<{ Id: Id; Name: string }>(
    soql`SELECT Id, Name FROM PermissionSet WHERE Id IN ${ids}`,
  );
  return new Map(rows.map(({ Id, Name }) => [Id, Name]));
}

export const assignmentRules: readonly SaveRule[] = [assignGroups, guardAssignments, keepManagers];
