import type { Queue } from '@muster/client';
import { ButtonLink, type Column, DataTable, EmptyState, type Formats, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { Deadline } from '../../components/deadline.js';
import { WaitingOnText } from '../../components/waiting-on-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';
import { type Work, workKey } from './everything.js';

export interface QueueTableProps {
  /** Null: the work of all queues. */
  readonly queue: Queue | null;
  readonly work: readonly Work[];
  /** A panel stands beside it: only what tells the rows apart is shown. */
  readonly isNarrow: boolean;
  readonly previewed: string | null;
  readonly onPreview: (applicationId: string) => void;
}

/** What waits, in the order it should be worked. */
export function QueueTable({ queue, work, isNarrow, previewed, onPreview }: QueueTableProps) {
  const t = useWorkText();
  const formats = useFormats();
  const isAll = queue === null;
  const columns = useMemo(() => columnsFor(t, formats, { isAll, isNarrow }), [t, formats, isAll, isNarrow]);
  const shown = work.find(({ row }) => row.applicationId === previewed);
  const title = queue?.label ?? t('home.all');
  return (
    <section className="console-queue-table">
      <header>
        <h2>{title}</h2>
        <p>{queue?.description ?? t('home.all.description')}</p>
      </header>
      <DataTable
        caption={t('home.rows', { queue: title })}
        columns={columns}
        rows={work}
        rowKey={({ row }) => workKey(row)}
        rowLabel={({ row }) => row.name}
        rowHref={({ row }) => `/applications/${row.applicationId}`}
        onPreview={({ row }) => onPreview(row.applicationId)}
        previewed={shown === undefined ? null : workKey(shown.row)}
        empty={
          <EmptyState
            title={t('home.empty.title')}
            action={<ButtonLink href="/applicants">{t('home.empty.action')}</ButtonLink>}
          >
            {t(queue?.key === 'review' ? 'home.empty.review' : 'home.empty.text')}
          </EmptyState>
        }
      />
      {queue !== null && queue.count > work.length && (
        <p className="console-queue-rest">{t('home.shown', { shown: work.length, total: queue.count })}</p>
      )}
    </section>
  );
}

function columnsFor(
  t: ReturnType<typeof useWorkText>,
  formats: Formats,
  { isAll, isNarrow }: { readonly isAll: boolean; readonly isNarrow: boolean },
): readonly Column<Work>[] {
  const extra: readonly Column<Work>[] = isNarrow
    ? []
    : [{ id: 'number', header: t('column.number'), cell: ({ row }) => row.number, hideBelow: 'wide' }];
  return [
    { id: 'name', header: t('column.name'), cell: ({ row }) => row.name },
    ...extra,
    ...(isAll
      ? [
          {
            id: 'queue',
            header: t('column.queue'),
            cell: ({ queue }: Work) => queue.label,
            hideBelow: 'medium' as const,
            movesUnderName: true,
          },
        ]
      : []),
    {
      id: 'step',
      header: t('column.step'),
      cell: ({ row }) => row.step,
      hideBelow: isAll ? 'medium' : undefined,
    },
    ...(isNarrow || isAll
      ? []
      : [
          {
            id: 'waitingOn',
            header: t('column.waitingOn'),
            cell: ({ row }: Work) => <WaitingOnText party={row.waitingOn} />,
            hideBelow: 'wide' as const,
          },
        ]),
    {
      id: 'age',
      header: t('column.age'),
      cell: ({ row }) => (row.since === null ? '–' : formats.age(row.since)),
      align: 'end',
      hideBelow: isAll ? 'medium' : undefined,
    },
    {
      id: 'due',
      header: t('column.due'),
      cell: ({ row }) => <Deadline at={row.dueAt} />,
      align: 'end',
      hideBelow: 'medium',
    },
    {
      id: 'expires',
      header: t('column.expires'),
      cell: ({ row }) => <Deadline at={row.expiresAt} />,
      align: 'end',
    },
    ...(isNarrow
      ? []
      : [
          {
            id: 'owner',
            header: t('column.owner'),
            cell: ({ row }: Work) => row.owner,
            hideBelow: 'wide' as const,
          },
        ]),
  ];
}
