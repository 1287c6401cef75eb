import type { ProcessVersionView } from '@muster/client';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  PageHeader,
  readProblem,
  Stack,
  useFormats,
  useToasts,
} from '@muster/ui';
import { useParams } from 'react-router';
import { ProblemAlert } from '../../components/problem-alert.js';
import { QueryView } from '../../components/query-view.js';
import { useProcessVersion, usePublishProcess } from '../../data/processes.js';
import { useCan } from '../../data/session.js';
import { useProcessesText } from '../../messages/processes/use-processes-text.js';
import { ProcessDrawing } from './process-drawing.js';
import { StepTable } from './step-table.js';
import { versionTones } from './version-tones.js';

/** One version of a hiring process: its order as a drawing, its steps as a table; a draft can be changed here. */
export function VersionScene() {
  const { id = '' } = useParams();
  const version = useProcessVersion(id);
  return (
    <QueryView query={version} isPage>
      {(data) => <Version version={data} />}
    </QueryView>
  );
}

function Version({ version }: { readonly version: ProcessVersionView }) {
  const t = useProcessesText();
  const formats = useFormats();
  const can = useCan();
  const mayManage = can('Manage_Processes');
  const publish = usePublishProcess();
  return (
    <>
      <PageHeader
        title={t('view.title', { process: version.label, number: version.number })}
        back={{ href: '/processes', label: t('title') }}
        badge={<Badge tone={versionTones[version.status]}>{t(`status.${version.status}`)}</Badge>}
        lead={t(`view.lead.${version.status}`, {
          day: version.publishedAt === null ? '' : formats.day(version.publishedAt),
          count: version.applications,
        })}
        actions={mayManage && <VersionActions version={version} publish={publish} />}
      />
      <Stack>
        <ProblemAlert problem={publish.error && readProblem(publish.error)} />
        {version.problems.length > 0 && (
          <Alert tone="warning" title={t('view.problems')}>
            <ul>
              {version.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Alert>
        )}
        <ProcessDrawing version={version} />
        <StepTable key={version.id} version={version} isEditable={mayManage && version.status === 'Draft'} />
        <Gates version={version} />
      </Stack>
    </>
  );
}

function VersionActions({
  version,
  publish,
}: {
  readonly version: ProcessVersionView;
  readonly publish: ReturnType<typeof usePublishProcess>;
}) {
  const t = useProcessesText();
  const toasts = useToasts();
  if (version.status !== 'Draft') {
    return version.applications === 0 ? null : (
      <ButtonLink href={`/processes/${version.id}/move`}>{t('view.move')}</ButtonLink>
    );
  }
  const send = () =>
    publish.mutate(
      { versionId: version.id },
      { onSuccess: ({ number }) => toasts.show(t('view.published', { number })) },
    );
  return (
    <Button
      variant="primary"
      isDisabled={version.problems.length > 0}
      isPending={publish.isPending}
      onPress={send}
    >
      {t('view.publish')}
    </Button>
  );
}

function Gates({ version }: { readonly version: ProcessVersionView }) {
  const t = useProcessesText();
  const formats = useFormats();
  if (version.gates.length === 0) return null;
  return (
    <Card title={t('gates')} meta={t('gates.lead')}>
      <ul className="console-gates">
        {version.gates.map((gate) => (
          <li key={gate.label}>
            {t('gates.row', { gate: gate.label, steps: formats.list(gate.stops) })}
            <code>{gate.when}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
