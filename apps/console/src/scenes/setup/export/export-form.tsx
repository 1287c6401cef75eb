import {
  Alert,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  Form,
  RadioGroup,
  readProblem,
  Stack,
  TextArea,
} from '@muster/ui';
import { useState } from 'react';
import { DownloadLink } from '../../../components/download-link.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { type ReadyExport, useForgetExports, usePrepareExport } from '../../../data/setup-export.js';
import { useSetupExportText } from '../../../messages/setup-export/use-setup-export-text.js';
import { type ChosenObject, ObjectChoices } from './object-choices.js';

const kinds = ['objects', 'query'] as const;

/** What to take out; once its records are counted, the file. */
export function ExportForm() {
  const t = useSetupExportText();
  const prepare = usePrepareExport();
  const [kind, setKind] = useState<(typeof kinds)[number]>('objects');
  const [objects, setObjects] = useState<readonly ChosenObject[]>([]);
  const [query, setQuery] = useState('');
  const [withDeleted, setDeleted] = useState(false);
  const [isTried, setTried] = useState(false);
  const isMissing =
    kind === 'query' ? query.trim() === '' : objects.length === 0 || objects.some(isWithoutFields);
  /** What was counted is not what is asked for any more. */
  const change = (set: () => void) => {
    prepare.reset();
    set();
  };
  const submit = () => {
    setTried(true);
    if (isMissing) return;
    const queries = kind === 'query' ? [query.trim()] : objects.map(queryOf);
    prepare.mutate({ queries, withDeleted });
  };
  return (
    <Form onSubmit={submit} aria-label={t('new')}>
      <Card title={t('new')}>
        <Stack>
          <ProblemAlert problem={prepare.error && readProblem(prepare.error)} />
          <RadioGroup
            label={t('by')}
            options={[
              { value: 'objects', label: t('by.objects') },
              { value: 'query', label: t('by.query'), description: t('by.query.why') },
            ]}
            value={kind}
            onChange={(value) => change(() => setKind(kinds.find((each) => each === value) ?? 'objects'))}
          />
          {kind === 'objects' ? (
            <ObjectChoices
              chosen={objects}
              onChange={(chosen) => change(() => setObjects(chosen))}
              error={isTried && objects.length === 0 ? t('objects.missing') : undefined}
            />
          ) : (
            <TextArea
              label={t('query')}
              value={query}
              onChange={(text) => change(() => setQuery(text))}
              spellCheck="false"
              error={isTried && query.trim() === '' ? t('query.missing') : undefined}
            />
          )}
          <Checkbox isSelected={withDeleted} onChange={(is) => change(() => setDeleted(is))}>
            {t('deleted')}
          </Checkbox>
          {prepare.data === undefined ? (
            <ButtonRow>
              <Button type="submit" variant="primary" isPending={prepare.isPending}>
                {t('prepare')}
              </Button>
            </ButtonRow>
          ) : (
            <Ready ready={prepare.data} />
          )}
        </Stack>
      </Card>
    </Form>
  );
}

function Ready({ ready }: { readonly ready: ReadyExport }) {
  const t = useSetupExportText();
  const forget = useForgetExports();
  const { queries, address } = ready;
  const [first] = queries;
  const isOne = queries.length === 1;
  return (
    <Alert
      tone="success"
      title={t('ready.title')}
      isLive
      actions={
        <DownloadLink
          href={address}
          name={isOne ? `${first?.object}.csv` : 'export.zip'}
          variant="primary"
          onDownload={forget}
        >
          {t(isOne ? 'ready.csv' : 'ready.zip')}
        </DownloadLink>
      }
    >
      <ul>
        {queries.map(({ id, object, numberRecordsProcessed }) => (
          <li key={id}>
            {object}: {t('ready.records', { count: numberRecordsProcessed })}
          </li>
        ))}
      </ul>
      <p>{t('ready.why')}</p>
    </Alert>
  );
}

const isWithoutFields = ({ fields }: ChosenObject) => fields.length === 0;

function queryOf({ name, fields }: ChosenObject): string {
  return `SELECT ${fields.join(', ')} FROM ${name}`;
}
