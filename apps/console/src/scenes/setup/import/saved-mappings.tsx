import type { LoadMapping, NamedMapping } from '@muster/client';
import { Button, Card, readProblem, Select, TextField, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useKeepMapping, useMappings } from '../../../data/setup-import.js';
import { useProblemText } from '../../../hooks/use-problem-text.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';

const PROPOSED = '';

/** Mappings of earlier files, to be used again; nothing where there are none. */
export function SavedMappings({
  object,
  onUse,
}: {
  readonly object: string;
  /** Null for the one that is proposed. */
  readonly onUse: (mapping: NamedMapping | null) => void;
}) {
  const t = useSetupImportText();
  const { data: saved = [] } = useMappings(object);
  const [used, setUsed] = useState(PROPOSED);
  if (saved.length === 0) return null;
  return (
    <Card>
      <Select
        label={t('columns.saved')}
        options={[
          { value: PROPOSED, label: t('columns.saved.none') },
          ...saved.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={used}
        onChange={(value) => {
          setUsed(value);
          onUse(saved.find(({ name }) => name === value) ?? null);
        }}
      />
    </Card>
  );
}

/** Keeps a mapping by name. */
export function KeepMapping({ object, mapping }: { readonly object: string; readonly mapping: LoadMapping }) {
  const t = useSetupImportText();
  const toasts = useToasts();
  const problemText = useProblemText();
  const keep = useKeepMapping(object);
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const save = () => {
    const trimmed = name.trim();
    setTried(trimmed === '');
    if (trimmed === '') return;
    keep.mutate(
      { name: trimmed, mapping },
      {
        onSuccess: () => toasts.show(t('columns.save.done', { name: trimmed })),
        onError: (error) => toasts.show(problemText(readProblem(error)), 'error'),
      },
    );
  };
  return (
    <Card>
      <div className="setup-import-keep">
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
      </div>
    </Card>
  );
}
