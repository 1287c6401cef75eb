import type { Load } from '@muster/client';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  PageHeader,
  readProblem,
  Stack,
  useFormats,
  useToasts,
} from '@muster/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { QueryView } from '../../../components/query-view.js';
import { isUnderWay, useLoad, useLoadChanges, useUserNames } from '../../../data/setup-import.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { LoadErrors } from './load-errors.js';
import { LoadProgress } from './load-progress.js';
import { LoadResult } from './load-result.js';
import { loadWords, stateWords } from './load-words.js';
import { UndoDialog } from './undo-dialog.js';
import '../../../components/list-page.css';
import './import.css';

/** A load, a dry run or an undo: how far it is, and what came of it. */
export function LoadScene() {
  const { id = '' } = useParams();
  const load = useLoad(id);
  return (
    <QueryView query={load} isPage>
      {(data) => <LoadView key={data.id} load={data} />}
    </QueryView>
  );
}

function LoadView({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  const [isUndoing, setUndoing] = useState(false);
  const { text, tone } = stateWords(t, load);
  return (
    <div className="console-list-page setup-import">
      <PageHeader
        title={loadWords(t, load)}
        badge={<Badge tone={tone}>{text}</Badge>}
        lead={load.checkOnly === true ? t('dry.lead') : undefined}
        back={{ href: '/setup/import', label: t('title') }}
        actions={<Actions load={load} onUndo={() => setUndoing(true)} />}
      />
      <Stack>
        <Notes load={load} />
        {isUnderWay(load) ? (
          <LoadProgress load={load} />
        ) : (
          load.state !== 'Open' && <LoadResult load={load} />
        )}
        {load.numberRecordsFailed > 0 && <LoadErrors load={load} />}
        <Facts load={load} />
      </Stack>
      {isUndoing && <UndoDialog load={load} onClose={() => setUndoing(false)} />}
    </div>
  );
}

function Actions({ load, onUndo }: { readonly load: Load; readonly onUndo: () => void }) {
  const t = useSetupImportText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { loadChecked, abort } = useLoadChanges();
  const onError = (error: unknown) => toasts.show(problemText(readProblem(error)), 'error');
  if (isUnderWay(load)) {
    return (
      <Button onPress={() => abort.mutate(load.id, { onError })} isPending={abort.isPending}>
        {t('abort')}
      </Button>
    );
  }
  const good = load.numberRecordsProcessed - load.numberRecordsFailed;
  const isChecked = load.checkOnly === true && load.state === 'JobComplete' && good > 0;
  return (
    <>
      {isChecked && (
        <Button
          variant="primary"
          isPending={loadChecked.isPending}
          onPress={() =>
            loadChecked.mutate(load, { onError, onSuccess: (id) => void navigate(`/setup/import/${id}`) })
          }
        >
          {t('loadNow', { count: good })}
        </Button>
      )}
      {load.undoableUntil !== undefined && <Button onPress={onUndo}>{t('undo')}</Button>}
      <ButtonLink href="/setup/import/new">{t('loadAnother')}</ButtonLink>
    </>
  );
}

/** What is to be known of a load before its figures. */
function Notes({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  if (load.undoneBy !== undefined) {
    return (
      <Alert
        tone="info"
        title={t('undo.by')}
        actions={<ButtonLink href={`/setup/import/${load.undoneBy}`}>{t('undo.see')}</ButtonLink>}
      />
    );
  }
  if (load.state === 'Failed') {
    return (
      <Alert tone="error" title={t('result.failedJob')}>
        <p>{load.errorMessage}</p>
      </Alert>
    );
  }
  if (load.state === 'Open') return <Alert tone="warning" title={t('result.open')} />;
  if (load.state === 'Aborted' && load.checkOnly !== true)
    return <Alert tone="warning" title={t('result.aborted')} />;
  return null;
}

function Facts({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  const formats = useFormats();
  const names = useUserNames([load.createdById]).data;
  const { undoOf, undoableUntil } = load;
  return (
    <Card title={t('facts')}>
      <DefinitionList
        layout="columns"
        items={[
          { term: t('fact.object'), value: load.object },
          ...(load.fileName === undefined ? [] : [{ term: t('fact.file'), value: load.fileName }]),
          { term: t('fact.who'), value: names?.get(load.createdById) ?? '–' },
          { term: t('fact.when'), value: formats.dateTime(load.createdDate) },
          { term: t('fact.id'), value: <code>{load.id}</code> },
        ]}
      />
      {undoableUntil !== undefined && (
        <p className="mu-muted">{t('undo.until', { when: formats.dateTime(undoableUntil) })}</p>
      )}
      {undoOf !== undefined && (
        <p>
          <ButtonLink href={`/setup/import/${undoOf}`}>{t('undo.of')}</ButtonLink>
        </p>
      )}
    </Card>
  );
}
