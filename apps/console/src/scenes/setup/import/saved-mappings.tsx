import type { LoadMapping, NamedMapping } from '@muster/client';
import { Button, Card, Grid, Row, readProblem, Select, TextField, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useKeepMapping, useMappings } from '../../../data/setup-import.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

const PROPOSED = '';

/** Mappings of earlier files, and keeping this one. */
export function SavedMappings({
  object,
  mapping,
  onUse,
}: {
  readonly object: string;
  readonly mapping: LoadMapping;
  /** Null for the one that is proposed. */
  readonly onUse: (mapping: NamedMapping | null) => void;
}) {
  const t = useSetupImportText();
  const toasts = useToasts();
  const problemText = useProblemText();
  const { data: saved = [] } = useMappings(object);
  const keep = useKeepMapping(object);
  const [used, setUsed] = useState(PROPOSED);
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const save = () => {
    setTried(name.trim() === '');
    if (name.trim() === '') return;
    keep.mutate(
      { name: name.trim(), mapping },
      {
        onSuccess: () => toasts.show(t('columns.save.done', { name: name.trim() })),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      },
    );
  };
  return (
    <Card>
      <Grid>
        {saved.length > 0 && (
          <Select
            label={t('columns.saved')}
            options={[
              { value: PROPOSED, label: t('columns.saved.none') },
              ...saved.map((each) => ({ value: each.name, label: each.name })),
            ]}
            value={used}
            onChange={(value) => {
              setUsed(value);
              onUse(saved.find((each) => each.name === value) ?? null);
            }}
          />
        )}
        <Row align="end">
          <TextField
            label={t('columns.saveAs')}
            description={t('columns.saveAs.why')}
            isOptional
            maxLength={80}
            value={name}
            onChange={setName}
            error={isTried && name.trim() === '' ? t('columns.name.missing') : undefined}
          />
          <Button onPress={save} isPending={keep.isPending}>
            {t('columns.save')}
          </Button>
        </Row>
      </Grid>
    </Card>
  );
}
