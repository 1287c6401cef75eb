import type { ColumnDelimiter } from '@muster/client';
import {
  Button,
  ButtonRow,
  Card,
  FileTextIcon,
  FileUpload,
  Form,
  Grid,
  Row,
  Select,
  Stack,
  useFormats,
} from '@muster/ui';
import { useState } from 'react';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { type Charset, charsets, delimiters, type FileForm, type Quote } from './read-sample.js';
import { SampleTable } from './sample-table.js';
import {
  type ChosenFile,
  type FileFault,
  faultOf,
  MAX_FILE_BYTES,
  readAs,
  sameNames,
  useFileReader,
} from './use-chosen-file.js';

const quotes: readonly Quote[] = ['DOUBLE', 'SINGLE'];

/** Second step: the file, how it is written, and its first rows. */
export function FileStep({
  file,
  onChange,
  onBack,
  onNext,
}: {
  readonly file: ChosenFile | null;
  readonly onChange: (file: ChosenFile | null) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  const t = useSetupImportText();
  const [isTried, setTried] = useState(false);
  const reader = useFileReader(onChange);
  const fault = (file && faultOf(file)) ?? reader.fault;
  const faultText = useFaultText(file);
  const submit = () => {
    setTried(true);
    if (file !== null && fault === null) onNext();
  };
  return (
    <Form onSubmit={submit} aria-label={t('step.file')}>
      <Card>
        {file === null ? (
          <FileUpload
            label={t('file')}
            items={[]}
            accept={['text/csv', '.csv', 'text/plain', '.txt', '.tsv']}
            acceptInWords={t('file.types')}
            maxBytes={MAX_FILE_BYTES}
            error={fault ? faultText(fault) : isTried ? t('file.missing') : undefined}
            onFiles={([first]) => void reader.choose(first)}
            onRemove={reader.forget}
          />
        ) : (
          <ChosenFileRow file={file} onRemove={reader.forget} />
        )}
      </Card>
      {file !== null && (
        <>
          <FormFields form={file.form} onChange={(form) => onChange(readAs(file, form))} />
          {fault !== null && (
            <p className="setup-import-fault" role="alert">
              {faultText(fault)}
            </p>
          )}
          <Card
            title={t('sample.title')}
            meta={t('sample.columns', { count: file.sample.header.length })}
            isFlush
          >
            <SampleTable sample={file.sample} />
          </Card>
        </>
      )}
      <ButtonRow>
        <Button type="submit" variant="primary">
          {t('next')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </ButtonRow>
    </Form>
  );
}

function useFaultText(file: ChosenFile | null): (fault: FileFault) => string {
  const t = useSetupImportText();
  const formats = useFormats();
  const [name = ''] = file === null ? [] : sameNames(file.sample.header);
  return (fault) => t(`file.${fault}`, { size: formats.fileSize(MAX_FILE_BYTES), name });
}

function ChosenFileRow({ file, onRemove }: { readonly file: ChosenFile; readonly onRemove: () => void }) {
  const t = useSetupImportText();
  const formats = useFormats();
  return (
    <Row isSpread>
      <span className="setup-import-name">
        <FileTextIcon className="mu-icon" aria-hidden />
        <span>
          <strong>{file.file.name}</strong>{' '}
          <span className="mu-muted mu-nowrap">{formats.fileSize(file.file.size)}</span>
        </span>
      </span>
      <Button onPress={onRemove}>{t('file.other')}</Button>
    </Row>
  );
}

function FormFields({
  form,
  onChange,
}: {
  readonly form: FileForm;
  readonly onChange: (form: FileForm) => void;
}) {
  const t = useSetupImportText();
  return (
    <Card title={t('form.title')} meta={t('form.lead')}>
      <Stack>
        <Grid min="small">
          <Select
            label={t('form.delimiter')}
            options={(Object.keys(delimiters) as ColumnDelimiter[]).map((value) => ({
              value,
              label: t(`delimiter.${value}`),
            }))}
            value={form.delimiter}
            onChange={(value) => onChange({ ...form, delimiter: value as ColumnDelimiter })}
          />
          <Select
            label={t('form.charset')}
            options={charsets.map((value) => ({ value, label: t(`charset.${value}`) }))}
            value={form.charset}
            onChange={(value) => onChange({ ...form, charset: value as Charset })}
          />
          <Select
            label={t('form.quote')}
            options={quotes.map((value) => ({ value, label: t(`quote.${value}`) }))}
            value={form.quote}
            onChange={(value) => onChange({ ...form, quote: value as Quote })}
          />
        </Grid>
      </Stack>
    </Card>
  );
}
