import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChoice,
  idFilter,
  PageHeader,
  PlusIcon,
  SearchField,
  Skeleton,
  textFilter,
  useFormats,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useCan } from '../../../data/session.js';
import { type RightsRow, useRightsList } from '../../../data/setup-permissions.js';
import { useSetupPermissionsText } from '../../../messages/setup-permissions/use-setup-permissions-text.js';

const spec = { q: textFilter(), type: idFilter() };
const types = ['PermissionSet', 'Profile'] as const;

/** The address of a permission set or profile. */
export function rightsHref({ type, name }: Pick<RightsRow, 'type' | 'name'>): string {
  return `/setup/permissions/${type}/${encodeURIComponent(name)}`;
}

/** Permission sets and profiles: what people may do, by name. */
export function RightsListScene() {
  const t = useSetupPermissionsText();
  const can = useCan();
  const list = useRightsList();
  const { values, set, clear, activeCount } = useUrlFilters(spec);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can('CustomizeApplication') && (
            <ButtonLink href="/setup/permissions/new" variant="primary" icon={PlusIcon}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <FilterBar activeCount={activeCount} onClear={clear}>
        <SearchField label={t('search')} value={values.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('column.type')}
          options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
          value={values.type}
          onChange={(type) => set({ type })}
        />
      </FilterBar>
      <QueryView query={list} skeleton={<Skeleton shape="rows" count={12} />}>
        {(rows) => (
          <RightsTable
            rows={rows.filter(
              (row) =>
                (values.type === null || row.type === values.type) &&
                `${row.label} ${row.name} ${row.description ?? ''}`
                  .toLowerCase()
                  .includes(values.q.trim().toLowerCase()),
            )}
          />
        )}
      </QueryView>
    </>
  );
}

function RightsTable({ rows }: { readonly rows: readonly RightsRow[] }) {
  const t = useSetupPermissionsText();
  const formats = useFormats();
  const columns = useMemo<readonly Column<RightsRow>[]>(
    () => [
      { id: 'name', header: t('column.name'), cell: (row) => row.label },
      { id: 'type', header: t('column.type'), cell: (row) => t(`type.${row.type}`) },
      {
        id: 'what',
        header: t('column.what'),
        cell: (row) => row.description ?? '–',
        canWrap: true,
        hideBelow: 'medium',
      },
      { id: 'users', header: t('column.users'), cell: (row) => formats.number(row.users), align: 'end' },
    ],
    [t, formats],
  );
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.label}
      rowHref={rightsHref}
      empty={<EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
    />
  );
}
