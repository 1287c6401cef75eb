import type { LoadMapping } from '@muster/client';
import { Alert, Button, ButtonRow, Card, Form, readProblem, Skeleton, useFormats } from '@muster/ui';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryView } from '../../../components/query-view.js';
import { type ObjectWithParents, useLoadChanges, useObjectWithParents } from '../../../data/setup-import.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { ColumnTable } from './column-table.js';
import { FormatFields } from './format-fields.js';
import { guessFormats, type ValueFormats } from './guess-formats.js';
import { applyColumns, checkMapping, columnsOf, type Mapping, proposeMapping } from './map-columns.js';
import { MappingFaultsAlert } from './mapping-faults.js';
import { KeepMapping, SavedMappings } from './saved-mappings.js';
import { type TargetField, targetFields } from './target-fields.js';
import type { ChosenFile } from './use-chosen-file.js';
import type { What } from './what-step.js';

interface ColumnsStepProps {
  readonly what: What & { readonly object: string };
  readonly file: ChosenFile;
  readonly onBack: () => void;
}

/** Third step: which column goes into which field. Its end is the dry run. */
export function ColumnsStep(props: ColumnsStepProps) {
  const described = useObjectWithParents(props.what.object);
  return (
    <QueryView query={described} skeleton={<Skeleton shape="rows" count={6} />}>
      {(found) => <ColumnsForm {...props} found={found} />}
    </QueryView>
  );
}

function ColumnsForm({
  what,
  file,
  found,
  onBack,
}: ColumnsStepProps & { readonly found: ObjectWithParents }) {
  const t = useSetupImportText();
  const navigate = useNavigate();
  const { locale, timeZone } = useFormats();
  const { start } = useLoadChanges();
  const { header } = file.sample;
  const targets = useMemo(
    () => targetFields(found.object, found.parents, what.operation),
    [found, what.operation],
  );
  const [mapping, setMapping] = useState<Mapping>(() => proposeMapping(header, targets));
  const [own, setOwn] = useState<Partial<ValueFormats>>({});
  const kinds = kindsIn(mapping, targets);
  const formats = { ...guessFrom(file, mapping, targets, locale), ...own };
  const faults = checkMapping(mapping, targets, what.operation, what.matchField);
  const isFit =
    !faults.isEmpty &&
    faults.noKey === undefined &&
    faults.missing.length === 0 &&
    faults.doubled.length === 0;
  const asked: LoadMapping = {
    operation: what.operation,
    ...(what.operation === 'upsert' ? { externalIdFieldName: what.matchField ?? 'Id' } : {}),
    columns: columnsOf(mapping),
    ...(kinds.days ? { dateOrder: formats.dateOrder, timeZone } : {}),
    ...(kinds.numbers ? { decimalSeparator: formats.decimalSeparator } : {}),
  };
  const submit = () => {
    if (!isFit) return;
    const input = {
      ...asked,
      object: what.object,
      columnDelimiter: file.form.delimiter,
      lineEnding: file.sample.lineEnding,
      quote: file.form.quote,
      fileName: file.file.name,
      expectedRows: file.expectedRows,
      checkOnly: true,
    };
    start.mutate(
      { input, file: file.file, charset: file.form.charset },
      { onSuccess: (id) => void navigate(`/setup/import/${id}`) },
    );
  };
  return (
    <Form onSubmit={submit} aria-label={t('step.columns')}>
      <ProblemAlert problem={start.error && readProblem(start.error)} />
      <SavedMappings
        object={what.object}
        onUse={(kept) => {
          setMapping(
            kept === null ? proposeMapping(header, targets) : applyColumns(header, kept.columns, targets),
          );
          const { dateOrder, decimalSeparator } = kept ?? {};
          setOwn({ ...(dateOrder && { dateOrder }), ...(decimalSeparator && { decimalSeparator }) });
        }}
      />
      <Card
        title={t('step.columns')}
        meta={t('columns.lead', { mapped: asked.columns.length, total: header.length })}
        isFlush
      >
        <ColumnTable sample={file.sample} targets={targets} mapping={mapping} onChange={setMapping} />
      </Card>
      <FormatFields kinds={kinds} formats={formats} timeZone={timeZone} onChange={setOwn} />
      <KeepMapping object={what.object} mapping={asked} />
      <MappingFaultsAlert faults={faults} />
      {start.isPending && <Alert tone="info" title={t('sending')} isLive />}
      <ButtonRow>
        <Button type="submit" variant="primary" isDisabled={!isFit} isPending={start.isPending}>
          {t('try')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </ButtonRow>
    </Form>
  );
}

/** Whether columns go into fields whose values people write in more than one way. */
export interface MappedKinds {
  readonly days: boolean;
  readonly times: boolean;
  readonly numbers: boolean;
}

function kindsIn(mapping: Mapping, targets: readonly TargetField[]): MappedKinds {
  const mapped = new Set(mapping.values());
  const kinds = new Set(targets.filter(({ name }) => mapped.has(name)).map(({ kind }) => kind));
  return {
    days: kinds.has('date') || kinds.has('datetime'),
    times: kinds.has('datetime'),
    numbers: kinds.has('number'),
  };
}

function guessFrom(
  { sample }: ChosenFile,
  mapping: Mapping,
  targets: readonly TargetField[],
  locale: string,
): ValueFormats {
  const valuesOf = (wanted: (kind: TargetField['kind']) => boolean) =>
    sample.header.flatMap((column, i) => {
      const target = targets.find(({ name }) => name === mapping.get(column));
      return target && wanted(target.kind) ? sample.rows.map((row) => row[i] ?? '') : [];
    });
  return guessFormats(
    valuesOf((kind) => kind === 'date' || kind === 'datetime'),
    valuesOf((kind) => kind === 'number'),
    locale,
  );
}
