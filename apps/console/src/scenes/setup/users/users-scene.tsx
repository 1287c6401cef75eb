import {
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChoice,
  type Formats,
  idFilter,
  modeFilter,
  PageHeader,
  PlusIcon,
  SearchField,
  Skeleton,
  textFilter,
  type UrlFilters,
  useFormats,
  useSettled,
  useShortcuts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import {
  type UserKind,
  type UserList,
  type UserRow,
  type UserStatus,
  usePeopleChoices,
  useUsers,
} from '../../../data/setup-users.js';
import { useSetupUsersText } from '../../../messages/setup-users/use-setup-users-text.js';
import { UserStatusBadge } from './user-status.js';

const statuses: readonly UserStatus[] = ['active', 'frozen', 'inactive'];
const kinds: readonly UserKind[] = ['staff', 'portal'];
const spec = {
  q: textFilter(),
  status: idFilter(),
  kind: modeFilter(['staff', 'portal', 'all'], 'staff'),
  profile: idFilter(),
};

/** Everybody with an account: found, narrowed, invited. */
export function UsersScene() {
  const t = useSetupUsersText();
  const filters = useUrlFilters(spec);
  const { values } = filters;
  const search = useSettled(values.q);
  const users = useUsers({
    search,
    status: statuses.find((status) => status === values.status) ?? null,
    kind: kinds.find((kind) => kind === values.kind) ?? null,
    profile: values.profile,
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={users.data === undefined ? '…' : t('lead', { total: users.data.total })}
        actions={
          <ButtonLink href="/setup/users/new" variant="primary" icon={PlusIcon} shortcut="N">
            {t('invite')}
          </ButtonLink>
        }
      />
      <Filters filters={filters} />
      <QueryView query={users} skeleton={<Skeleton shape="rows" count={12} />}>
        {(list) => <UserTable list={list} onClear={filters.clear} />}
      </QueryView>
    </>
  );
}

function Filters({ filters }: { readonly filters: UrlFilters<typeof spec> }) {
  const t = useSetupUsersText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const { data: choices } = usePeopleChoices();
  const { values, set } = filters;
  useShortcuts(
    useMemo(
      () => [
        {
          keys: 'n',
          label: t('invite'),
          group: t('title'),
          onTrigger: () => void navigate('/setup/users/new'),
        },
        { keys: '/', label: t('search'), group: t('title'), onTrigger: () => input.current?.focus() },
      ],
      [t, navigate],
    ),
  );
  return (
    <FilterBar activeCount={filters.activeCount} onClear={filters.clear}>
      <SearchField label={t('search')} value={values.q} onChange={(q) => set({ q })} inputRef={input} />
      <FilterChoice
        label={t('filter.kind')}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={values.kind === 'all' ? null : values.kind}
        onChange={(kind) => set({ kind: kinds.find((each) => each === kind) ?? 'all' })}
      />
      <FilterChoice
        label={t('filter.status')}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={values.status}
        onChange={(status) => set({ status })}
      />
      <FilterChoice
        label={t('filter.profile')}
        options={(choices?.profiles ?? []).map(({ Id, Name }) => ({ value: Id, label: Name }))}
        value={values.profile}
        onChange={(profile) => set({ profile })}
      />
    </FilterBar>
  );
}

function UserTable({ list, onClear }: { readonly list: UserList; readonly onClear: () => void }) {
  const t = useSetupUsersText();
  const formats = useFormats();
  const { rows, frozen, total } = list;
  const columns = useMemo(() => userColumns(t, formats, frozen), [t, formats, frozen]);
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.Id}
        rowLabel={(row) => row.Name}
        rowHref={(row) => `/setup/users/${row.Id}`}
        empty={
          <EmptyState title={t('none.title')} action={<Button onPress={onClear}>{t('none.action')}</Button>}>
            {t('none.text')}
          </EmptyState>
        }
      />
      {rows.length < total && <p className="mu-muted">{t('more', { shown: rows.length, total })}</p>}
    </>
  );
}

function userColumns(
  t: ReturnType<typeof useSetupUsersText>,
  formats: Formats,
  frozen: ReadonlySet<string>,
): readonly Column<UserRow>[] {
  return [
    { id: 'name', header: t('column.name'), cell: (row) => row.Name },
    {
      id: 'status',
      header: t('column.status'),
      cell: (row) => <UserStatusBadge isActive={row.IsActive} isFrozen={frozen.has(row.Id)} />,
    },
    { id: 'username', header: t('column.username'), cell: (row) => row.Username, hideBelow: 'medium' },
    {
      id: 'profile',
      header: t('column.profile'),
      cell: (row) => row.Profile?.Name ?? '–',
      hideBelow: 'medium',
    },
    { id: 'role', header: t('column.role'), cell: (row) => row.UserRole?.Name ?? '–', hideBelow: 'wide' },
    {
      id: 'last',
      header: t('column.lastSignIn'),
      align: 'end',
      hideBelow: 'wide',
      cell: (row) => (row.LastLoginDate === null ? t('never') : formats.dateTime(row.LastLoginDate)),
    },
  ];
}
