import type { Health } from '@muster/client';
import { Alert, Card, DefinitionList, Grid, PageHeader, Stack, useFormats } from '@muster/ui';
import { QueryView } from '../../../components/query-view.js';
import { useHealth } from '../../../data/setup-system.js';
import { useSetupSystemText } from '../../../messages/setup-system/use-setup-system-text.js';
import '../../../components/list-page.css';

/** Whether all is well: server, database, disk, what waits. */
export function HealthScene() {
  const t = useSetupSystemText();
  const health = useHealth();
  return (
    <div className="console-list-page">
      <PageHeader title={t('health.title')} lead={t('health.lead')} />
      <QueryView query={health}>{(facts) => <Facts health={facts} />}</QueryView>
    </div>
  );
}

/** Less free space than this share of the disk is told. */
const LITTLE_SPACE = 0.1;

function Facts({ health }: { readonly health: Health }) {
  const t = useSetupSystemText();
  const formats = useFormats();
  const { database, disk, changeLog, jobs, mail } = health;
  const when = (moment: string | null) => (moment === null ? t('never') : formats.dateTime(moment));
  const problems = [
    ...(health.isReady ? [] : [t('health.notReady')]),
    ...(jobs.failed > 0 ? [t('health.jobsFailed', { count: jobs.failed })] : []),
    ...(mail.failed > 0 ? [t('health.mailFailed', { count: mail.failed })] : []),
    ...(disk.free < disk.total * LITTLE_SPACE
      ? [t('health.littleSpace', { free: formats.fileSize(disk.free) })]
      : []),
  ];
  return (
    <Stack>
      {problems.length === 0 ? (
        <Alert tone="success" title={t('health.well')} />
      ) : (
        <Alert tone="warning" title={t('health.look')}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      <Grid min="large">
        <Card title={t('health.server')}>
          <DefinitionList
            items={[
              { term: t('health.version'), value: health.version },
              { term: 'Node.js', value: health.nodeVersion },
              { term: t('health.since'), value: when(health.startedDate) },
              { term: t('health.memory'), value: formats.fileSize(health.memory) },
              {
                term: t('health.disk'),
                value: t('health.diskFree', {
                  free: formats.fileSize(disk.free),
                  total: formats.fileSize(disk.total),
                }),
              },
            ]}
          />
        </Card>
        <Card title={t('health.database')}>
          <DefinitionList
            items={[
              { term: 'PostgreSQL', value: database.version },
              { term: t('health.place'), value: t(database.isEmbedded ? 'health.embedded' : 'health.own') },
              { term: t('health.size'), value: formats.fileSize(database.size) },
              { term: t('health.metadata'), value: formats.number(health.metadataVersion) },
              { term: t('health.purge'), value: when(health.lastPurgeDate) },
            ]}
          />
        </Card>
        <Card title={t('health.waiting')}>
          <DefinitionList
            items={[
              {
                term: t('health.jobs'),
                value: t('health.jobs.value', { due: jobs.due, running: jobs.running, failed: jobs.failed }),
              },
              {
                term: t('health.mail'),
                value: t('health.mail.value', { due: mail.due, failed: mail.failed }),
              },
              { term: t('health.changes'), value: formats.number(changeLog.position) },
              {
                term: t('health.pending'),
                value:
                  changeLog.waitingSince === null
                    ? t('health.pending.none')
                    : t('health.pending.value', {
                        count: changeLog.pending,
                        since: formats.dateTime(changeLog.waitingSince),
                      }),
              },
            ]}
          />
        </Card>
      </Grid>
    </Stack>
  );
}
