import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.js';
import { keys } from './keys.js';
import { soqlContains, soqlText } from './soql-text.js';

/** A user as lists show one. */
export interface UserRow {
  readonly Id: string;
  readonly Name: string;
  readonly Username: string;
  readonly Email: string;
  readonly IsActive: boolean;
  readonly UserType: string | null;
  readonly LastLoginDate: string | null;
  readonly Profile: { readonly Name: string } | null;
  readonly UserRole: { readonly Name: string } | null;
}

export type UserStatus = 'active' | 'frozen' | 'inactive';
export type UserKind = 'staff' | 'portal';

export interface UserQuery {
  readonly search: string;
  readonly status: UserStatus | null;
  readonly kind: UserKind | null;
  readonly profile: string | null;
}

export interface UserList {
  readonly total: number;
  readonly rows: readonly UserRow[];
  readonly frozen: ReadonlySet<string>;
}

/** Rows a list shows; a search narrows what is more. */
const SHOWN = 200;
const FROZEN = 'SELECT UserId FROM UserLogin WHERE IsFrozen = true';
const ROW = 'Id, Name, Username, Email, IsActive, UserType, LastLoginDate, Profile.Name, UserRole.Name';

/** People with an account, narrowed and by name. */
export function useUsers(query: UserQuery) {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupUsers(query),
    queryFn: async (): Promise<UserList> => {
      const where = conditionsOf(query);
      const [counted, rows, frozen] = await Promise.all([
        data.query(`SELECT COUNT() FROM User WHERE ${where}`),
        data.rows<UserRow>(`SELECT ${ROW} FROM User WHERE ${where} ORDER BY Name, Id LIMIT ${SHOWN}`),
        data.rows<{ UserId: string }>(FROZEN),
      ]);
      return { total: counted.totalSize, rows, frozen: new Set(frozen.map(({ UserId }) => UserId)) };
    },
    placeholderData: (before) => before,
  });
}

function conditionsOf({ search, status, kind, profile }: UserQuery): string {
  const words = soqlContains(search.trim());
  const conditions = [
    `UserType != 'AutomatedProcess'`,
    ...(search.trim() === ''
      ? []
      : [`(Name LIKE ${words} OR Username LIKE ${words} OR Email LIKE ${words})`]),
    ...(status === null ? [] : [status === 'inactive' ? 'IsActive = false' : 'IsActive = true']),
    ...(status === 'frozen' ? [`Id IN (${FROZEN})`] : []),
    ...(kind === null ? [] : [kind === 'staff' ? `UserType = 'Standard'` : `UserType != 'Standard'`]),
    ...(profile === null ? [] : [`ProfileId = ${soqlText(profile)}`]),
  ];
  return conditions.join(' AND ');
}

export interface Named {
  readonly Id: string;
  readonly Name: string;
}

/** A permission set with how people call it. */
export interface PermissionSetRow extends Named {
  readonly Label: string | null;
  readonly Description: string | null;
}

/** What an account is put together from. */
export function usePeopleChoices() {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupPeopleChoices,
    queryFn: async () => {
      const [profiles, roles, permissionSets, zone] = await Promise.all([
        data.rows<Named & { UserType: string }>(
          `SELECT Id, Name, UserType FROM Profile WHERE UserType != 'Guest' ORDER BY Name`,
        ),
        data.rows<Named>('SELECT Id, Name FROM UserRole ORDER BY Name'),
        data.rows<PermissionSetRow>('SELECT Id, Name, Label, Description FROM PermissionSet ORDER BY Label'),
        data.rows<{ TimeZoneSidKey: string }>('SELECT TimeZoneSidKey FROM Organization'),
      ]);
      return { profiles, roles, permissionSets, timeZone: zone[0]?.TimeZoneSidKey ?? 'UTC' };
    },
    staleTime: 60_000,
  });
}

export type PeopleChoices = NonNullable<ReturnType<typeof usePeopleChoices>['data']>;

/** What can be changed of a user. */
export interface UserValues {
  readonly FirstName: string | null;
  readonly LastName: string;
  readonly Username: string;
  readonly Email: string;
  readonly Alias: string;
  readonly Title: string | null;
  readonly ProfileId: string;
  readonly UserRoleId: string | null;
  readonly LanguageLocaleKey: string;
  readonly LocaleSidKey: string;
  readonly TimeZoneSidKey: string;
}

export interface UserDetail extends UserRow, UserValues {
  readonly LastPasswordChangeDate: string | null;
  readonly CreatedDate: string;
  readonly ContactId: string | null;
}

export interface Assignment {
  readonly Id: string;
  readonly PermissionSet: PermissionSetRow;
}

export interface SignInEntry {
  readonly Id: string;
  readonly LoginTime: string;
  readonly LoginType: string | null;
  readonly Status: string | null;
  readonly SourceIp: string | null;
  readonly Application: string | null;
}

export interface UserView {
  readonly user: UserDetail;
  readonly login: { readonly Id: string; readonly IsFrozen: boolean } | undefined;
  readonly assignments: readonly Assignment[];
  readonly groups: readonly {
    readonly Id: string;
    readonly Group: { readonly Name: string; readonly Type: string };
  }[];
  readonly signIns: readonly SignInEntry[];
}

const DETAIL = `${ROW}, FirstName, LastName, Alias, Title, ProfileId, UserRoleId, LanguageLocaleKey, LocaleSidKey,
  TimeZoneSidKey, LastPasswordChangeDate, CreatedDate, ContactId`;

/** One user with what belongs to the account. */
export function useUser(id: string) {
  const { data } = useClient();
  const of = soqlText(id);
  return useQuery({
    queryKey: keys.setupUser(id),
    queryFn: async (): Promise<UserView> => {
      const [user, [login], assignments, groups, signIns] = await Promise.all([
        data
          .record<UserDetail>('User', id, ['Id'])
          .then(() => data.rows<UserDetail>(`SELECT ${DETAIL} FROM User WHERE Id = ${of}`)),
        data.rows<{ Id: string; IsFrozen: boolean }>(
          `SELECT Id, IsFrozen FROM UserLogin WHERE UserId = ${of}`,
        ),
        data.rows<Assignment>(
          `SELECT Id, PermissionSet.Id, PermissionSet.Name, PermissionSet.Label, PermissionSet.Description
           FROM PermissionSetAssignment WHERE AssigneeId = ${of} ORDER BY PermissionSet.Label`,
        ),
        data.rows<UserView['groups'][number]>(
          `SELECT Id, Group.Name, Group.Type FROM GroupMember WHERE UserOrGroupId = ${of} ORDER BY Group.Name`,
        ),
        data.rows<SignInEntry>(
          `SELECT Id, LoginTime, LoginType, Status, SourceIp, Application FROM LoginHistory
           WHERE UserId = ${of} ORDER BY LoginTime DESC LIMIT 20`,
        ),
      ]);
      return { user: user[0] as UserDetail, login, assignments, groups, signIns };
    },
  });
}

/** What a user owns, asked for when somebody looks. */
export function useOwned(userId: string) {
  const { setup } = useClient();
  return useQuery({ queryKey: keys.setupOwned(userId), queryFn: () => setup.owned(userId), gcTime: 0 });
}

/** Transfers away from a user; looked at again while one is under way. */
export function useTransfers(userId: string) {
  const { setup } = useClient();
  return useQuery({
    queryKey: keys.setupTransfers(userId),
    queryFn: () => setup.transfers(userId),
    refetchInterval: ({ state }) =>
      state.data?.some(({ state: at }) => at === 'Queued' || at === 'InProgress') ? 1_500 : false,
  });
}

/** Active users by a part of their name, for choosing one. */
export function useFoundUsers(search: string) {
  const { data } = useClient();
  return useQuery({
    queryKey: keys.setupFoundUsers(search),
    queryFn: () =>
      data.rows<UserRow>(
        `SELECT ${ROW} FROM User WHERE IsActive = true AND UserType = 'Standard'
         AND Name LIKE ${soqlContains(search.trim())} ORDER BY Name, Id LIMIT 20`,
      ),
    placeholderData: (before) => before,
  });
}
