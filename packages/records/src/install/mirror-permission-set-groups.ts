import { declaredId, findObject, type Snapshot } from '@muster/metadata';
import type { Org, Queryable } from '@muster/store';
import type { Session } from '../session/session.js';
import { replaceRows, writeRows } from './write-declared-rows.js';

/** The id of a permission set group's record; it follows from its name. */
export function permissionSetGroupId(name: string): string {
  return declaredId('0PG', name);
}

/** Makes records of permission set groups, before those of the permission sets that are their sums. */
export async function mirrorPermissionSetGroups(
  queryable: Queryable,
  org: Org,
  snapshot: Snapshot,
): Promise<void> {
  const object = findObject(snapshot, 'PermissionSetGroup');
  if (object !== undefined) await writeRows(queryable, org, object, groupRows(snapshot));
}

/** Says in records which permission sets are in which group, and removes the records of groups that are gone. */
export async function mirrorGroupMembers(queryable: Queryable, org: Org, session: Session): Promise<void> {
  const { snapshot } = session;
  const component = findObject(snapshot, 'PermissionSetGroupComponent');
  const group = findObject(snapshot, 'PermissionSetGroup');
  if (component === undefined || group === undefined) return;
  const sets = await session.rows<{ Id: string; Name: string }>('SELECT Id, Name FROM PermissionSet');
  const ids = new Map(sets.map(({ Id, Name }) => [Name.toLowerCase(), Id]));
  const rows = (snapshot.permissionSetGroups ?? []).flatMap(({ name, permissionSets }) =>
    permissionSets.flatMap((set) => {
      const id = ids.get(set.toLowerCase());
      if (id === undefined) return [];
      const Id = declaredId('0PM', `${name}.${set}`);
      return [{ Id, PermissionSetGroupId: permissionSetGroupId(name), PermissionSetId: id }];
    }),
  );
  await replaceRows(queryable, org, component, rows);
  await replaceRows(queryable, org, group, groupRows(snapshot));
}

function groupRows({ permissionSetGroups = [] }: Snapshot) {
  return permissionSetGroups.map(({ name, label, description }) => ({
    Id: permissionSetGroupId(name),
    DeveloperName: name,
    MasterLabel: label,
    Description: description ?? null,
  }));
}
