import type { Deploy } from '@muster/client';
import {
  Badge,
  type BadgeTone,
  type Column,
  DataTable,
  EmptyState,
  LoadMore,
  PageHeader,
  Skeleton,
  useFormats,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useDeploys } from '../../../data/setup-system.js';
import { useSetupSystemText } from '../../../messages/setup-system/use-setup-system-text.js';

export const deployTones: Readonly<Record<Deploy['status'], BadgeTone>> = {
  Pending: 'waiting',
  InProgress: 'info',
  Succeeded: 'success',
  Failed: 'danger',
  Canceled: 'neutral',
};

/** Every change of metadata: by files, by programs, by Setup, by a new version of Muster. */
export function DeploysScene() {
  const t = useSetupSystemText();
  const formats = useFormats();
  const deploys = useDeploys();
  const rows = deploys.data?.pages.flatMap((page) => page.deploys);
  const columns = useMemo<readonly Column<Deploy>[]>(
    () => [
      { id: 'at', header: t('deploys.at'), cell: (row) => formats.dateTime(row.createdDate) },
      {
        id: 'status',
        header: t('jobs.state'),
        cell: (row) => <Badge tone={deployTones[row.status]}>{t(`deploys.status.${row.status}`)}</Badge>,
      },
      {
        id: 'origin',
        header: t('deploys.origin'),
        cell: (row) =>
          row.checkOnly
            ? `${t(`deploys.origin.${row.origin}`)}, ${t('deploys.checkOnly')}`
            : t(`deploys.origin.${row.origin}`),
      },
      { id: 'by', header: t('deploys.by'), cell: (row) => row.createdByName ?? '–', hideBelow: 'medium' },
      {
        id: 'done',
        header: t('deploys.components'),
        align: 'end',
        cell: (row) => formats.number(row.numberComponentsTotal),
      },
      {
        id: 'errors',
        header: t('deploys.errors'),
        align: 'end',
        hideBelow: 'medium',
        cell: (row) => formats.number(row.numberComponentErrors),
      },
    ],
    [t, formats],
  );
  return (
    <>
      <PageHeader title={t('deploys.title')} lead={t('deploys.lead')} />
      <QueryView
        query={{ data: rows, error: deploys.error, isPending: deploys.isPending, refetch: deploys.refetch }}
        skeleton={<Skeleton shape="rows" count={10} />}
      >
        {(list) => (
          <>
            <DataTable
              caption={t('deploys.title')}
              columns={columns}
              rows={list}
              rowKey={(row) => row.id}
              rowLabel={(row) => formats.dateTime(row.createdDate)}
              rowHref={(row) => `/setup/deploys/${row.id}`}
              empty={<EmptyState title={t('deploys.none')}>{t('deploys.none.text')}</EmptyState>}
            />
            {list.length > 0 && (
              <LoadMore
                shown={list.length}
                isLoading={deploys.isFetchingNextPage}
                onMore={deploys.hasNextPage ? () => void deploys.fetchNextPage() : undefined}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}
