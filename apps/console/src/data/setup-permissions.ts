import type { ComponentInput } from '@muster/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';
import { soqlText } from './soql-text.js';

export type SetType = 'PermissionSet' | 'Profile';

/** A permission set or profile as the list shows it. */
export interface RightsRow {
  readonly type: SetType;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly users: number;
}

interface Counted {
  readonly key: string | null;
  readonly users: number;
}

/** All permission sets and profiles, with how many people have each. */
export function useRightsList() {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupRights,
    queryFn: async (): Promise<readonly RightsRow[]> => {
      const [sets, profiles, bySet, byProfile] = await Promise.all([
        data.rows<{ Id: string; Name: string; Label: string | null; Description: string | null }>(
          "SELECT Id, Name, Label, Description FROM PermissionSet WHERE Type != 'Group' ORDER BY Label",
        ),
        data.rows<{ Id: string; Name: string; Description: string | null }>(
          'SELECT Id, Name, Description FROM Profile ORDER BY Name',
        ),
        data.rows<Counted>(
          'SELECT PermissionSetId key, COUNT(Id) users FROM PermissionSetAssignment GROUP BY PermissionSetId',
        ),
        data.rows<Counted>(
          'SELECT ProfileId key, COUNT(Id) users FROM User WHERE IsActive = true GROUP BY ProfileId',
        ),
      ]);
      const counts = new Map([...bySet, ...byProfile].map(({ key, users }) => [key, users]));
      return [
        ...sets.map(({ Id, Name, Label, Description }) => ({
          type: 'PermissionSet' as const,
          id: Id,
          name: Name,
          label: Label ?? Name,
          description: Description,
          users: counts.get(Id) ?? 0,
        })),
        ...profiles.map(({ Id, Name, Description }) => ({
          type: 'Profile' as const,
          id: Id,
          name: Name,
          label: Name,
          description: Description,
          users: counts.get(Id) ?? 0,
        })),
      ];
    },
  });
}

/** A permission set or profile with all it gives. */
export function useRights(type: SetType, name: string) {
  const { metadata } = useClient();
  return useQuery({
    queryKey: keys.setupRightsOf(type, name),
    queryFn: () => metadata.read(type, name),
  });
}

export interface ObjectChoice {
  readonly name: string;
  readonly label: string;
}

/** Whose rights are given with the permission to manage users, not object by object. */
const PEOPLE = /^(User|UserLogin|UserRole|LoginHistory|Profile|PermissionSet.*|Group|GroupMember)$/;

/** What rights can be given on. */
export function useRightsChoices() {
  const { data, metadata } = useClient();
  return useQuery({
    queryKey: keys.setupRightsChoices,
    queryFn: async () => {
      const [objects, custom, recordTypes, tabs] = await Promise.all([
        data.objects(),
        metadata.list('CustomPermission'),
        data.rows<{ SobjectType: string; DeveloperName: string; Name: string }>(
          'SELECT SobjectType, DeveloperName, Name FROM RecordType ORDER BY SobjectType, Name',
        ),
        metadata.list('CustomTab'),
      ]);
      return {
        objects: objects
          .filter(({ name, createable, queryable }) => (createable || queryable) && !PEOPLE.test(name))
          .filter(({ name }) => !/(History|__History|Share|__mdt)$/.test(name))
          .map(({ name, label }): ObjectChoice => ({ name, label }))
          .sort((a, b) => a.label.localeCompare(b.label)),
        customPermissions: custom.map(({ fullName }) => fullName),
        recordTypes: recordTypes.map(({ SobjectType, DeveloperName, Name }) => ({
          name: `${SobjectType}.${DeveloperName}`,
          label: `${SobjectType}: ${Name}`,
        })),
        tabs: tabs.map(({ fullName }) => fullName),
      };
    },
    staleTime: 60_000,
  });
}

export type RightsChoices = NonNullable<ReturnType<typeof useRightsChoices>['data']>;

/** The fields of an object. */
export function useObjectFields(object: string | null) {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupObjectFields(object ?? ''),
    enabled: object !== null,
    queryFn: async () => (await data.describe(object ?? '')).fields,
  });
}

/** Active people who have a permission set or profile. */
export function useHolders(type: SetType, name: string) {
  const { data } = useClient();
  const holds =
    type === 'Profile'
      ? `Profile.Name = ${soqlText(name)}`
      : `Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = ${soqlText(name)})`;
  return useQuery({
    queryKey: keys.setupHolders(type, name),
    queryFn: async () => {
      const where = `IsActive = true AND ${holds}`;
      const [{ totalSize }, rows] = await Promise.all([
        data.query(`SELECT COUNT() FROM User WHERE ${where}`),
        data.rows<{ Id: string; Name: string; Username: string }>(
          `SELECT Id, Name, Username FROM User WHERE ${where} ORDER BY Name, Id LIMIT 100`,
        ),
      ]);
      return { total: totalSize, rows };
    },
  });
}

/** What a deploy refused, in the server's words. */
export class DeployRefused extends Error {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
    this.messages = messages;
  }
}

/** Changes, makes or deletes a permission set or profile by a deploy; throws DeployRefused when it was not possible. */
export function useDeployRights() {
  const { metadata } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: {
      readonly components?: readonly ComponentInput[];
      readonly deletions?: readonly { readonly type: SetType; readonly fullName: string }[];
    }) => {
      const result = await metadata.deploy(change);
      if (result.success) return;
      const problems = result.components
        .flatMap(({ problems: found }) => found)
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message);
      throw new DeployRefused(problems.length > 0 ? problems : [result.errorMessage ?? '']);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.setup }),
  });
}
