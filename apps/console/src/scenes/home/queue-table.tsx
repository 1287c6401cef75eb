import type { Queue, QueueRow } from '@muster/client';
import { ButtonLink, type Column, DataTable, EmptyState, type Formats, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { Deadline } from '../../components/deadline.js';
import { WaitingOnText } from '../../components/waiting-on-text.js';
import { useWorkText } from '../../messages/work/use-work-text.js';

export interface QueueTableProps {
  readonly queue: Queue;
  /** A panel stands beside it: only what tells the rows apart is shown. */
  readonly isNarrow: boolean;
  readonly previewed: string | null;
  readonly onPreview: (applicationId: string) => void;
}

type WorkText = ReturnType<typeof useWorkText>;

/** What waits in one queue, in the order it should be worked. */
export function QueueTable({ queue, isNarrow, previewed, onPreview }: QueueTableProps) {
  const t = useWorkText();
  const formats = useFormats();
  const columns = useMemo(() => columnsFor(t, formats, isNarrow), [t, formats, isNarrow]);
  const shown = queue.rows.find((row) => row.applicationId === previewed);
  return (
    <section className="console-queue-table">
      <header>
        <h2>{queue.label}</h2>
        <p>{queue.description}</p>
      </header>
      <DataTable
        caption={t('home.rows', { queue: queue.label })}
        columns={columns}
        rows={queue.rows}
        rowKey={rowKey}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/applications/${row.applicationId}`}
        onPreview={(row) => onPreview(row.applicationId)}
        previewed={shown === undefined ? null : rowKey(shown)}
        empty={
          <EmptyState
            title={t('home.empty.title')}
            action={<ButtonLink href="/applicants">{t('home.empty.action')}</ButtonLink>}
          >
            {t('home.empty.text')}
          </EmptyState>
        }
      />
      {queue.count > queue.rows.length && (
        <p className="console-queue-rest">
          {t('home.shown', { shown: queue.rows.length, total: queue.count })}
        </p>
      )}
    </section>
  );
}

/** One application may wait in a queue with several steps. */
function rowKey(row: QueueRow): string {
  return `${row.applicationId} ${row.step}`;
}

function columnsFor(t: WorkText, formats: Formats, isNarrow: boolean): readonly Column<QueueRow>[] {
  const columns: readonly (Column<QueueRow> & { readonly isExtra?: boolean })[] = [
    { id: 'name', header: t('column.name'), cell: (row) => row.name },
    { id: 'number', header: t('column.number'), cell: (row) => row.number, hideBelow: 'wide', isExtra: true },
    { id: 'step', header: t('column.step'), cell: (row) => row.step },
    {
      id: 'posting',
      header: t('column.posting'),
      cell: (row) => row.posting,
      hideBelow: 'wide',
      isExtra: true,
    },
    {
      id: 'waitingOn',
      header: t('column.waitingOn'),
      cell: (row) => <WaitingOnText party={row.waitingOn} />,
      hideBelow: 'wide',
    },
    {
      id: 'age',
      header: t('column.age'),
      cell: (row) => (row.since === null ? '–' : formats.age(row.since)),
      align: 'end',
    },
    {
      id: 'due',
      header: t('column.due'),
      cell: (row) => <Deadline at={row.dueAt} />,
      align: 'end',
      hideBelow: 'medium',
    },
    {
      id: 'expires',
      header: t('column.expires'),
      cell: (row) => <Deadline at={row.expiresAt} />,
      align: 'end',
    },
    { id: 'owner', header: t('column.owner'), cell: (row) => row.owner, hideBelow: 'wide', isExtra: true },
  ];
  return columns.filter((column) => !(isNarrow && column.isExtra));
}
