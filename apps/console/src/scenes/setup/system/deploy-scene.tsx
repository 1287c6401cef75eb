import type { DeployedComponent, DeployInFull } from '@muster/client';
import {
  Alert,
  Badge,
  type BadgeTone,
  Card,
  DefinitionList,
  EmptyState,
  PageHeader,
  Stack,
  useFormats,
} from '@muster/ui';
import { useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { useDeploy } from '../../../data/setup-system.js';
import { useSetupSystemText } from '../../../messages/setup-system/use-setup-system-text.js';
import { deployTones } from './deploys-scene.js';
import { type DiffPart, diffLines } from './line-diff.js';
import './system.css';

const tones: Readonly<Record<DeployedComponent['status'], BadgeTone>> = {
  created: 'success',
  changed: 'info',
  unchanged: 'neutral',
  deleted: 'warning',
  skipped: 'neutral',
  failed: 'danger',
};

/** What one deploy did, component by component, with the difference it made. */
export function DeployScene() {
  const { id = '' } = useParams();
  const deploy = useDeploy(id);
  return (
    <QueryView query={deploy} isPage>
      {(data) => <DeployPage deploy={data} />}
    </QueryView>
  );
}

function DeployPage({ deploy }: { readonly deploy: DeployInFull }) {
  const t = useSetupSystemText();
  const formats = useFormats();
  const touched = deploy.components.filter(({ status }) => status !== 'unchanged');
  const unchanged = deploy.components.length - touched.length;
  return (
    <>
      <PageHeader
        title={t('deploy.title', { when: formats.dateTime(deploy.createdDate) })}
        badge={<Badge tone={deployTones[deploy.status]}>{t(`deploys.status.${deploy.status}`)}</Badge>}
        back={{ href: '/setup/deploys', label: t('deploys.title') }}
      />
      <Stack>
        {deploy.errorMessage !== null && <Alert tone="error" title={deploy.errorMessage} />}
        {deploy.checkOnly && <Alert tone="info" title={t('deploy.checkOnly')} />}
        <Card>
          <DefinitionList
            layout="columns"
            items={[
              { term: t('deploys.origin'), value: t(`deploys.origin.${deploy.origin}`) },
              { term: t('deploys.by'), value: deploy.createdByName ?? '–' },
              { term: t('deploys.components'), value: formats.number(deploy.components.length) },
              { term: t('deploy.unchanged'), value: formats.number(unchanged) },
            ]}
          />
        </Card>
        {touched.length === 0 ? (
          <EmptyState title={t('deploy.nothing')}>{t('deploy.nothing.text')}</EmptyState>
        ) : (
          touched.map((component) => (
            <Component key={`${component.type} ${component.fullName}`} component={component} />
          ))
        )}
      </Stack>
    </>
  );
}

function Component({ component }: { readonly component: DeployedComponent }) {
  const t = useSetupSystemText();
  const { type, fullName, status, problems, note, before, after } = component;
  const hasTexts = before !== undefined || after !== undefined;
  return (
    <details className="setup-component" open={status === 'failed'}>
      <summary>
        <Badge tone={tones[status]}>{t(`deploy.component.${status}`)}</Badge> <strong>{fullName}</strong>{' '}
        <span>{type}</span>
      </summary>
      {note !== undefined && <p className="setup-none">{note}</p>}
      {problems.map(({ message, line, column }) => (
        <p key={`${line} ${message}`} className="setup-problem">
          {line === undefined ? message : t('deploy.place', { line, column: column ?? 1, message })}
        </p>
      ))}
      {hasTexts && <Difference parts={diffLines(before?.text ?? '', after?.text ?? '')} />}
      {(before?.body ?? after?.body) !== undefined && (
        <Difference parts={diffLines(before?.body ?? '', after?.body ?? '')} />
      )}
      {!hasTexts && problems.length === 0 && note === undefined && (
        <p className="setup-none">{t('deploy.noTexts')}</p>
      )}
    </details>
  );
}

const signs = { same: ' ', gone: '−', new: '+' } as const;

function Difference({ parts }: { readonly parts: readonly DiffPart[] }) {
  const t = useSetupSystemText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
    <section className="setup-diff" aria-label={t('deploy.difference')} tabIndex={0}>
      {parts.map((part, i) =>
        part.kind === 'skipped' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names and never move
          <p key={i} className="setup-diff-skipped">
            {t('deploy.skipped', { count: part.count })}
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names and never move
          <pre key={i} data-kind={part.kind}>
            <span>{signs[part.kind]}</span> {part.text}
          </pre>
        ),
      )}
    </section>
  );
}
