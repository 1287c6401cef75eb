import type { LoadOperation } from '@muster/client';
import { Button, ButtonRow, Card, ComboBox, Form, RadioGroup, Select, Skeleton, Stack } from '@muster/ui';
import { useState } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useLoadableObjects, useObjectWithParents } from '../../../data/setup-import.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { matchFields } from './target-fields.js';

/** What is to be loaded. */
export interface What {
  readonly object: string | null;
  readonly operation: LoadOperation;
  /** What an upsert finds records by; the id when null. */
  readonly matchField: string | null;
}

const operations = ['insert', 'update', 'upsert', 'delete'] as const;

/** First step: the object, and what the file does to its records. */
export function WhatStep({
  what,
  onChange,
  onNext,
}: {
  readonly what: What;
  readonly onChange: (what: What) => void;
  readonly onNext: () => void;
}) {
  const t = useSetupImportText();
  const objects = useLoadableObjects();
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (what.object !== null) onNext();
  };
  return (
    <QueryView query={objects} skeleton={<Skeleton shape="text" count={6} />}>
      {(list) => (
        <Form onSubmit={submit} aria-label={t('step.what')}>
          <Card>
            <Stack>
              <ComboBox
                label={t('object')}
                description={t('object.why')}
                options={list.map(({ name, label }) => ({ value: name, label, description: name }))}
                value={what.object}
                onChange={(object) => onChange({ ...what, object, matchField: null })}
                error={isTried && what.object === null ? t('object.missing') : undefined}
              />
              <RadioGroup
                label={t('operation')}
                options={operations.map((value) => ({
                  value,
                  label: t(`operation.${value}`),
                  description: t(`operation.${value}.why`),
                }))}
                value={what.operation}
                onChange={(value) =>
                  onChange({ ...what, operation: operations.find((each) => each === value) ?? 'insert' })
                }
              />
              {what.operation === 'upsert' && what.object !== null && (
                <MatchField
                  object={what.object}
                  value={what.matchField}
                  onChange={(matchField) => onChange({ ...what, matchField })}
                />
              )}
            </Stack>
          </Card>
          <ButtonRow>
            <Button type="submit" variant="primary">
              {t('next')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </QueryView>
  );
}

function MatchField({
  object,
  value,
  onChange,
}: {
  readonly object: string;
  readonly value: string | null;
  readonly onChange: (field: string | null) => void;
}) {
  const t = useSetupImportText();
  const described = useObjectWithParents(object);
  return (
    <QueryView query={described} skeleton={<Skeleton shape="text" count={2} />}>
      {(found) => {
        const fields = matchFields(found.object);
        const options = fields.map(({ name, label }) => ({
          value: name,
          label: name === 'Id' ? t('matchField.id') : label,
          description: name,
        }));
        return (
          <Select
            label={t('matchField')}
            description={fields.length === 1 ? t('matchField.none') : undefined}
            options={options}
            value={value ?? 'Id'}
            onChange={(name) => onChange(name === 'Id' ? null : name)}
          />
        );
      }}
    </QueryView>
  );
}
