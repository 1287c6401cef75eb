import type { ObjectPermission, PermissionSetDef, PermissionSetGroupDef } from '../rights-model.js';
import type { Component } from '../source-format/component.js';
import { ofKind, type ProblemSink } from './object-draft.js';

type SetsByName = ReadonlyMap<string, PermissionSetDef>;

/**
 * Permission set groups, and for each a permission set of what its sets grant together less what its muting ones take
 * away: whoever is assigned a group is assigned that, as in Salesforce. It has the name of the group.
 */
export function buildPermissionSetGroups(
  components: readonly Component[],
  sets: SetsByName,
  muting: SetsByName,
  problems: ProblemSink,
): { readonly groups: readonly PermissionSetGroupDef[]; readonly sets: SetsByName } {
  const groups: PermissionSetGroupDef[] = [];
  const sums = new Map<string, PermissionSetDef>();
  for (const { group, source } of ofKind(components, 'PermissionSetGroup')) {
    const members = group.permissionSets.flatMap((name) => sets.get(name.toLowerCase()) ?? []);
    const muted = group.muting.flatMap((name) => muting.get(name.toLowerCase()) ?? []);
    const missing = [
      ...group.permissionSets.filter((name) => !sets.has(name.toLowerCase())),
      ...group.muting.filter((name) => !muting.has(name.toLowerCase())),
    ];
    for (const name of missing)
      problems.error(source, group.name, `permission set ${name} is not in this org`);
    const isTaken = sets.has(group.name.toLowerCase()) || sums.has(group.name.toLowerCase());
    const grants = isTaken ? `${group.name}_Group` : group.name;
    sums.set(grants.toLowerCase(), sumOf({ ...group, grants }, members, muted));
    groups.push({ ...group, grants });
  }
  return { groups, sets: new Map([...sets, ...sums]) };
}

function sumOf(
  { name, label, description, grants }: PermissionSetGroupDef & { readonly grants: string },
  members: readonly PermissionSetDef[],
  muted: readonly PermissionSetDef[],
): PermissionSetDef {
  const mutedUser = new Set(muted.flatMap(({ userPermissions }) => userPermissions));
  const mutedCustom = new Set(muted.flatMap(({ customPermissions }) => customPermissions));
  return {
    name: grants,
    label,
    ...(description === undefined ? {} : { description }),
    group: name,
    objectPermissions: members
      .flatMap((set) => set.objectPermissions)
      .map((right) => muteObject(right, muted)),
    fieldPermissions: members
      .flatMap((set) => set.fieldPermissions)
      .map((right) => {
        const off = muted.flatMap((set) => set.fieldPermissions).filter(({ field }) => field === right.field);
        const readable = right.readable && !off.some((other) => other.readable);
        return {
          ...right,
          readable,
          editable: readable && right.editable && !off.some((other) => other.editable),
        };
      }),
    userPermissions: members.flatMap((set) => set.userPermissions).filter((right) => !mutedUser.has(right)),
    customPermissions: members
      .flatMap((set) => set.customPermissions)
      .filter((right) => !mutedCustom.has(right)),
    recordTypes: members.flatMap((set) => set.recordTypes ?? []),
    tabs: members.flatMap((set) => set.tabs ?? []),
  };
}

const OBJECT_RIGHTS = [
  'allowRead',
  'allowCreate',
  'allowEdit',
  'allowDelete',
  'viewAllRecords',
  'modifyAllRecords',
] as const;

function muteObject(right: ObjectPermission, muted: readonly PermissionSetDef[]): ObjectPermission {
  const off = muted.flatMap((set) => set.objectPermissions).filter(({ object }) => object === right.object);
  const left = OBJECT_RIGHTS.map((name) => [name, right[name] && !off.some((other) => other[name])]);
  return { ...right, ...Object.fromEntries(left) };
}
