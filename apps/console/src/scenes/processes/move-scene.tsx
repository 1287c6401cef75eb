import type { MovePreview, ProcessSummary, ProcessVersionView } from '@muster/client';
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  idFilter,
  Link,
  PageHeader,
  readProblem,
  Select,
  Skeleton,
  Stack,
  useFormats,
  useToasts,
  useUrlFilters,
} from '@muster/ui';
import { useNavigate, useParams } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { QueryView } from '../../components/query-view.js';
import {
  useMoveApplications,
  useMovePreview,
  useProcesses,
  useProcessVersion,
} from '../../data/processes.js';
import { useProcessesText } from '../../messages/processes/use-processes-text.js';

const spec = { to: idFilter() };

/** Moves running applications to another version, after a look at what that would change. */
export function MoveScene() {
  const { id = '' } = useParams();
  const version = useProcessVersion(id);
  const processes = useProcesses();
  return (
    <QueryView query={version} isPage>
      {(from) => (
        <QueryView query={processes} isPage>
          {(all) => <Move from={from} processes={all} />}
        </QueryView>
      )}
    </QueryView>
  );
}

function Move({
  from,
  processes,
}: {
  readonly from: ProcessVersionView;
  readonly processes: readonly ProcessSummary[];
}) {
  const t = useProcessesText();
  const { values, set } = useUrlFilters(spec);
  const targets =
    processes
      .find((process) => process.key === from.key)
      ?.versions.filter((version) => version.id !== from.id && version.status === 'Published') ?? [];
  const to =
    targets.find((version) => version.id === values.to) ?? (targets.length === 1 ? targets[0] : undefined);
  return (
    <>
      <PageHeader
        title={t('move.title')}
        back={{
          href: `/processes/${from.id}`,
          label: t('view.title', { process: from.label, number: from.number }),
        }}
        lead={t('move.lead', { process: from.label, number: from.number })}
      />
      <Stack>
        {targets.length === 0 ? (
          <EmptyState title={t('move.none')} />
        ) : (
          <div className="console-move-to">
            <Select
              label={t('move.to')}
              options={targets.map((version) => ({
                value: version.id,
                label: t('version', { number: version.number }),
                description: t(`status.${version.status}`),
              }))}
              value={to?.id ?? null}
              onChange={(next) => set({ to: next })}
            />
          </div>
        )}
        {to && <Preview key={to.id} fromId={from.id} toId={to.id} />}
      </Stack>
    </>
  );
}

function Preview({ fromId, toId }: { readonly fromId: string; readonly toId: string }) {
  const t = useProcessesText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const preview = useMovePreview(fromId, toId);
  const move = useMoveApplications();
  const send = () =>
    move.mutate(
      { fromVersionId: fromId, toVersionId: toId },
      {
        onSuccess: (done) => {
          toasts.show(t('move.done', { count: movable(done) }));
          void navigate(`/processes/${toId}`);
        },
      },
    );
  return (
    <QueryView query={preview} skeleton={<Skeleton shape="card" count={2} />}>
      {(data) => (
        <>
          <ProblemAlert problem={move.error && readProblem(move.error)} />
          <p>
            <strong>{t('move.counts', { all: data.applications, unchanged: data.unchanged })}</strong>
          </p>
          <Changes preview={data} />
          <Cannot preview={data} />
          <div>
            <Button
              variant="primary"
              isDisabled={movable(data) === 0}
              isPending={move.isPending}
              onPress={send}
            >
              {t('move.do', { count: movable(data) })}
            </Button>
          </div>
        </>
      )}
    </QueryView>
  );
}

function movable(preview: MovePreview): number {
  return preview.applications - preview.cannot.length;
}

function Changes({ preview }: { readonly preview: MovePreview }) {
  const t = useProcessesText();
  const formats = useFormats();
  if (preview.changes.length === 0) return <p className="mu-muted">{t('move.noChanges')}</p>;
  return (
    <Card title={t('move.changes')} isFlush>
      <DataTable
        caption={t('move.changes')}
        columns={[
          { id: 'step', header: t('move.step'), cell: (row) => row.step },
          { id: 'from', header: t('move.from'), cell: (row) => row.from },
          { id: 'to', header: t('move.then'), cell: (row) => row.to },
          { id: 'people', header: t('move.people'), cell: (row) => formats.number(row.people), align: 'end' },
        ]}
        rows={preview.changes}
        rowKey={(row) => `${row.step} ${row.from} ${row.to}`}
        rowLabel={(row) => row.step}
        isShort
      />
    </Card>
  );
}

function Cannot({ preview }: { readonly preview: MovePreview }) {
  const t = useProcessesText();
  if (preview.cannot.length === 0) return null;
  return (
    <Card title={t('move.cannot')} meta={t('move.cannot.lead')} isFlush>
      <DataTable
        caption={t('move.cannot')}
        columns={[
          {
            id: 'name',
            header: t('move.name'),
            cell: (row) => <Link href={`/applications/${row.applicationId}`}>{row.name}</Link>,
          },
          { id: 'reason', header: t('move.reason'), cell: (row) => row.reason },
        ]}
        rows={preview.cannot}
        rowKey={(row) => row.applicationId}
        rowLabel={(row) => row.name}
        isShort
      />
    </Card>
  );
}
