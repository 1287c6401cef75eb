import type { MailView, OutboxEntry } from '@muster/client';
import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  Card,
  type Column,
  DataTable,
  DefinitionList,
  EmptyState,
  Form,
  PageHeader,
  readProblem,
  Stack,
  TextField,
  useFormats,
  useToasts,
} from '@muster/ui';
import { useMemo, useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { useMail, useMailChanges } from '../../../data/setup-system.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupSystemText } from '../../../messages/setup-system/use-setup-system-text.js';
import './system.css';

const tones: Readonly<Record<OutboxEntry['state'], BadgeTone>> = {
  Queued: 'waiting',
  Sent: 'success',
  Failed: 'danger',
};

/** How mail leaves, whether it does, and what became of the newest mails. */
export function MailScene() {
  const t = useSetupSystemText();
  const mail = useMail();
  return (
    <>
      <PageHeader title={t('mail.title')} lead={t('mail.lead')} />
      <QueryView query={mail}>
        {({ settings, outbox }) => (
          <Stack>
            <Settings settings={settings} />
            <Outbox outbox={outbox} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function Settings({ settings }: Pick<MailView, 'settings'>) {
  const t = useSetupSystemText();
  const { transport, host, port, isEncrypted, from } = settings;
  return (
    <Card title={t('mail.settings')} meta={t('mail.settings.why')}>
      <Stack>
        {transport !== 'smtp' && (
          <Alert tone={transport === 'none' ? 'warning' : 'info'} title={t(`mail.transport.${transport}`)} />
        )}
        <DefinitionList
          layout="columns"
          items={[
            ...(transport === 'smtp'
              ? [
                  { term: t('mail.server'), value: `${host}:${port}` },
                  { term: t('mail.encryption'), value: t(isEncrypted ? 'mail.tls' : 'mail.startTls') },
                ]
              : []),
            { term: t('mail.from'), value: from },
          ]}
        />
        <TestMail />
      </Stack>
    </Card>
  );
}

function TestMail() {
  const t = useSetupSystemText();
  const toasts = useToasts();
  const { test } = useMailChanges();
  const [to, setTo] = useState('');
  const [isTried, setTried] = useState(false);
  const error = /^\S+@\S+\.\S+$/.test(to.trim()) ? undefined : t('mail.test.bad');
  const submit = () => {
    setTried(true);
    if (error !== undefined) return;
    test.mutate(to.trim(), { onSuccess: () => toasts.show(t('mail.test.done', { to: to.trim() })) });
  };
  return (
    <div className="setup-narrow">
      <Form onSubmit={submit} aria-label={t('mail.test')}>
        <ProblemAlert problem={test.error && readProblem(test.error)} />
        <TextField
          label={t('mail.test.to')}
          type="email"
          value={to}
          onChange={setTo}
          error={isTried ? error : undefined}
        />
        <div>
          <Button type="submit" variant="primary" isPending={test.isPending}>
            {t('mail.test')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function Outbox({ outbox }: Pick<MailView, 'outbox'>) {
  const t = useSetupSystemText();
  const formats = useFormats();
  const toasts = useToasts();
  const problemText = useProblemText();
  const { retry } = useMailChanges();
  const columns = useMemo<readonly Column<OutboxEntry>[]>(() => {
    const again = (id: string) =>
      retry.mutate(id, {
        onSuccess: () => toasts.show(t('mail.retried')),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      });
    return [
      { id: 'to', header: t('mail.to'), cell: (row) => row.to },
      { id: 'subject', header: t('mail.subject'), cell: (row) => row.subject, hideBelow: 'medium' },
      {
        id: 'state',
        header: t('jobs.state'),
        cell: (row) => <Badge tone={tones[row.state]}>{t(`mail.state.${row.state}`)}</Badge>,
      },
      {
        id: 'at',
        header: t('loads.at'),
        align: 'end',
        hideBelow: 'medium',
        cell: (row) => formats.dateTime(row.createdAt),
      },
      {
        id: 'failure',
        header: t('jobs.error'),
        canWrap: true,
        cell: (row) => row.failure ?? '–',
        hideBelow: 'wide',
      },
      {
        id: 'retry',
        header: t('jobs.retry'),
        isHeaderHidden: true,
        align: 'end',
        cell: (row) =>
          row.state === 'Failed' && (
            <Button
              size="small"
              aria-label={t('mail.retry.of', { to: row.to })}
              onPress={() => again(row.id)}
            >
              {t('jobs.retry')}
            </Button>
          ),
      },
    ];
  }, [t, formats, retry.mutate, toasts, problemText]);
  return (
    <Card title={t('mail.outbox')} meta={t('mail.outbox.why')} isFlush>
      <DataTable
        caption={t('mail.outbox')}
        columns={columns}
        rows={outbox}
        rowKey={(row) => row.id}
        rowLabel={(row) => `${row.to} ${row.subject}`}
        empty={<EmptyState title={t('mail.none')}>{t('mail.none.text')}</EmptyState>}
        isShort
      />
    </Card>
  );
}
