import type { ProcessSummary } from '@muster/client';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  EmptyState,
  PageHeader,
  readProblem,
  Skeleton,
  Stack,
  useFormats,
  useToasts,
} from '@muster/ui';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useDraftProcess, useProcesses } from '../../data/processes.js';
import { useCan } from '../../data/session.js';
import { useProblemText } from '../../hooks/use-problem-text.js';
import { useProcessesText } from '../../messages/processes/use-processes-text.js';
import { versionTones } from './version-tones.js';
import '../../components/list-page.css';

type Version = ProcessSummary['versions'][number];

/** Every hiring process with its versions and how many follow each. */
export function ProcessesScene() {
  const t = useProcessesText();
  const processes = useProcesses();
  return (
    <div className="console-list-page">
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={processes} skeleton={<Skeleton shape="card" count={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
          ) : (
            <Stack>
              {rows.map((process) => (
                <ProcessCard key={process.key} process={process} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </div>
  );
}

function ProcessCard({ process }: { readonly process: ProcessSummary }) {
  const t = useProcessesText();
  const formats = useFormats();
  const can = useCan();
  const columns = useMemo<readonly Column<Version>[]>(
    () => [
      {
        id: 'version',
        header: t('column.version'),
        cell: (version) => t('version', { number: version.number }),
      },
      {
        id: 'status',
        header: t('column.status'),
        cell: (version) => <Badge tone={versionTones[version.status]}>{t(`status.${version.status}`)}</Badge>,
      },
      {
        id: 'published',
        header: t('column.published'),
        cell: (version) => (version.publishedAt === null ? '–' : formats.day(version.publishedAt)),
        align: 'end',
        hideBelow: 'medium',
      },
      {
        id: 'applications',
        header: t('column.applications'),
        cell: (version) => formats.number(version.applications),
        align: 'end',
      },
    ],
    [t, formats],
  );
  return (
    <Card
      title={process.label}
      actions={can('Manage_Processes') && <DraftButton process={process} />}
      isFlush
    >
      <DataTable
        caption={t('versions', { process: process.label })}
        columns={columns}
        rows={process.versions}
        rowKey={(version) => version.id}
        rowLabel={(version) => t('version', { number: version.number })}
        rowHref={(version) => `/processes/${version.id}`}
        isShort
      />
    </Card>
  );
}

/** A process has one draft at a time: it is opened, or begun from what is published. */
function DraftButton({ process }: { readonly process: ProcessSummary }) {
  const t = useProcessesText();
  const problemText = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const draft = useDraftProcess();
  const existing = process.versions.find((version) => version.status === 'Draft');
  const published = process.versions.find((version) => version.status === 'Published');
  if (existing) {
    return (
      <ButtonLink size="small" href={`/processes/${existing.id}`}>
        {t('draft.open')}
      </ButtonLink>
    );
  }
  if (!published) return null;
  const begin = () =>
    draft.mutate(
      { fromVersionId: published.id },
      {
        onSuccess: (version) => void navigate(`/processes/${version.id}`),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      },
    );
  return (
    <Button size="small" onPress={begin} isPending={draft.isPending}>
      {t('draft')}
    </Button>
  );
}
