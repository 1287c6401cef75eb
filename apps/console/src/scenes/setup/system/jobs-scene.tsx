import type { BulkLoad, QueuedJob, ScheduledJob } from '@muster/client';
import {
  Badge,
  type BadgeTone,
  Button,
  type Column,
  DataTable,
  EmptyState,
  type Formats,
  modeFilter,
  PageHeader,
  readProblem,
  Skeleton,
  Tabs,
  useFormats,
  useToasts,
  useUrlFilters,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useCan } from '../../../data/session.js';
import { useBulkLoads, useJobs, useRetryJob, useSchedule } from '../../../data/setup-system.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupSystemText } from '../../../messages/setup-system/use-setup-system-text.js';
import './system.css';

const spec = { tab: modeFilter(['queue', 'clock', 'loads'], 'queue') };

const tones: Readonly<Record<QueuedJob['status'], BadgeTone>> = {
  Queued: 'neutral',
  Processing: 'info',
  Holding: 'warning',
  Failed: 'danger',
};

type Text = ReturnType<typeof useSetupSystemText>;

const known = [
  'platform.bulk-ingest',
  'platform.metadata',
  'platform.purge-expired',
  'platform.transfer-records',
  'platform.trim-change-log',
  'recruiting.clock',
  'recruiting.outbox',
] as const;

/** What a job does, in words where it is one of ours. */
function jobText(t: Text, jobType: string): string {
  const own = known.find((each) => each === jobType);
  return own === undefined ? jobType : t(`job.${own}`);
}

/** Work that waits, runs or failed; work that recurs; loads of many records. */
export function JobsScene() {
  const t = useSetupSystemText();
  const { values, set } = useUrlFilters(spec);
  return (
    <>
      <PageHeader title={t('jobs.title')} lead={t('jobs.lead')} />
      <Tabs
        label={t('jobs.title')}
        selected={values.tab}
        onSelect={(tab) => set({ tab: tab as typeof values.tab })}
        tabs={[
          { id: 'queue', label: t('jobs.queue'), content: <Queue /> },
          { id: 'clock', label: t('jobs.clock'), content: <Clock /> },
          { id: 'loads', label: t('jobs.loads'), content: <Loads /> },
        ]}
      />
    </>
  );
}

function Queue() {
  const t = useSetupSystemText();
  const formats = useFormats();
  const can = useCan();
  const jobs = useJobs();
  const retry = useRetryJob();
  const toasts = useToasts();
  const problemText = useProblemText();
  const mayRetry = can('CustomizeApplication');
  const columns = useMemo(() => {
    const onRetry = (id: string) =>
      retry.mutate(id, {
        onSuccess: () => toasts.show(t('jobs.retried')),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      });
    return queueColumns(t, formats, mayRetry ? onRetry : undefined);
  }, [t, formats, mayRetry, retry.mutate, toasts, problemText]);
  return (
    <QueryView query={jobs} skeleton={<Skeleton shape="rows" count={6} />}>
      {(rows) => (
        <DataTable
          caption={t('jobs.queue')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowLabel={(row) => jobText(t, row.jobType)}
          empty={<EmptyState title={t('jobs.queue.none')}>{t('jobs.queue.none.text')}</EmptyState>}
        />
      )}
    </QueryView>
  );
}

function queueColumns(
  t: Text,
  formats: Formats,
  onRetry: ((id: string) => void) | undefined,
): readonly Column<QueuedJob>[] {
  return [
    { id: 'type', header: t('jobs.type'), cell: (row) => jobText(t, row.jobType) },
    {
      id: 'state',
      header: t('jobs.state'),
      cell: (row) => <Badge tone={tones[row.status]}>{t(`jobs.status.${row.status}`)}</Badge>,
    },
    {
      id: 'tries',
      header: t('jobs.tries'),
      align: 'end',
      cell: (row) => `${formats.number(row.attempts)} / ${formats.number(row.maxAttempts)}`,
    },
    {
      id: 'next',
      header: t('jobs.next'),
      align: 'end',
      hideBelow: 'medium',
      cell: (row) => (row.status === 'Failed' ? '–' : formats.dateTime(row.nextRunDate)),
    },
    {
      id: 'error',
      header: t('jobs.error'),
      canWrap: true,
      cell: (row) => row.extendedStatus ?? '–',
    },
    ...(onRetry === undefined
      ? []
      : [
          {
            id: 'retry',
            header: t('jobs.retry'),
            isHeaderHidden: true,
            align: 'end' as const,
            cell: (row: QueuedJob) =>
              (row.status === 'Failed' || row.status === 'Holding') && (
                <Button
                  size="small"
                  aria-label={t('jobs.retry.of', { job: jobText(t, row.jobType) })}
                  onPress={() => onRetry(row.id)}
                >
                  {t('jobs.retry')}
                </Button>
              ),
          },
        ]),
  ];
}

function Clock() {
  const t = useSetupSystemText();
  const formats = useFormats();
  const schedule = useSchedule();
  const columns = useMemo<readonly Column<ScheduledJob>[]>(() => {
    const when = (moment: string | null) => (moment === null ? t('never') : formats.dateTime(moment));
    return [
      { id: 'type', header: t('jobs.type'), cell: (row) => jobText(t, row.jobType) },
      { id: 'schedule', header: t('jobs.schedule'), cell: (row) => <code>{row.schedule}</code> },
      { id: 'last', header: t('jobs.last'), align: 'end', cell: (row) => when(row.previousFireTime) },
      { id: 'next', header: t('jobs.next'), align: 'end', cell: (row) => when(row.nextFireTime) },
    ];
  }, [t, formats]);
  return (
    <QueryView query={schedule} skeleton={<Skeleton shape="rows" count={6} />}>
      {(rows) => (
        <DataTable
          caption={t('jobs.clock')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.jobType}
          rowLabel={(row) => jobText(t, row.jobType)}
          isShort
        />
      )}
    </QueryView>
  );
}

function Loads() {
  const t = useSetupSystemText();
  const formats = useFormats();
  const loads = useBulkLoads();
  const columns = useMemo<readonly Column<BulkLoad>[]>(
    () => [
      { id: 'object', header: t('loads.object'), cell: (row) => row.object },
      { id: 'operation', header: t('loads.operation'), cell: (row) => row.operation },
      {
        id: 'state',
        header: t('jobs.state'),
        cell: (row) => (
          <Badge tone={row.state === 'Failed' ? 'danger' : row.state === 'JobComplete' ? 'success' : 'info'}>
            {row.state}
          </Badge>
        ),
      },
      {
        id: 'done',
        header: t('loads.processed'),
        align: 'end',
        cell: (row) => formats.number(row.numberRecordsProcessed),
      },
      {
        id: 'failed',
        header: t('loads.failed'),
        align: 'end',
        cell: (row) => formats.number(row.numberRecordsFailed),
      },
      {
        id: 'at',
        header: t('loads.at'),
        align: 'end',
        hideBelow: 'medium',
        cell: (row) => formats.dateTime(row.createdDate),
      },
      { id: 'error', header: t('jobs.error'), canWrap: true, cell: (row) => row.errorMessage ?? '–' },
    ],
    [t, formats],
  );
  return (
    <QueryView query={loads} skeleton={<Skeleton shape="rows" count={6} />}>
      {(rows) => (
        <DataTable
          caption={t('jobs.loads')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowLabel={(row) => `${row.operation} ${row.object}`}
          empty={<EmptyState title={t('loads.none')}>{t('loads.none.text')}</EmptyState>}
        />
      )}
    </QueryView>
  );
}
