import type { Load, LoadError } from '@muster/client';
import { Card, type Column, DataTable, Skeleton, Stack, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { DownloadLink } from '../../../components/download-link.js';
import { QueryView } from '../../../components/query-view.js';
import { useClient } from '../../../data/client-context.js';
import { SHOWN_ERRORS, useLoadErrors } from '../../../data/setup-import.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { problemWords } from './load-words.js';

/** The first rows a load refused, by row and column, and all of them as a file. */
export function LoadErrors({ load }: { readonly load: Load }) {
  const t = useSetupImportText();
  const { loads } = useClient();
  const errors = useLoadErrors(load);
  const isUndo = load.operation === 'undo';
  return (
    <Card
      title={t(isUndo ? 'left.title' : 'errors.title')}
      meta={isUndo ? undefined : t('errors.rowWhy')}
      actions={
        <DownloadLink
          href={loads.fileAddress(load.id, isUndo ? 'failedResults' : 'rowsToMend')}
          name={`${load.object}-${isUndo ? 'left' : 'to-mend'}.csv`}
        >
          {t(isUndo ? 'left.file' : 'errors.file')}
        </DownloadLink>
      }
    >
      <Stack>
        {!isUndo && <p>{t('errors.fileWhy')}</p>}
        <QueryView query={errors} skeleton={<Skeleton shape="rows" count={4} />}>
          {(list) => <ErrorTable load={load} errors={list} />}
        </QueryView>
      </Stack>
    </Card>
  );
}

interface ErrorRow {
  readonly key: string;
  readonly row: number;
  readonly column: string;
  readonly words: string;
  readonly message: string;
}

function ErrorTable({ load, errors }: { readonly load: Load; readonly errors: readonly LoadError[] }) {
  const t = useSetupImportText();
  const formats = useFormats();
  const rows = useMemo(() => errorRows(t, load, errors), [t, load, errors]);
  const columns = useMemo((): readonly Column<ErrorRow>[] => {
    return [
      { id: 'row', header: t('errors.row'), cell: ({ row }) => formats.number(row) },
      {
        id: 'column',
        header: t('errors.column'),
        cell: ({ column }) => column,
        hideBelow: 'medium',
        movesUnderName: true,
      },
      {
        id: 'problem',
        header: t('errors.problem'),
        canWrap: true,
        cell: ({ words, message }) => (
          <span className="setup-import-problem">
            <strong>{words}</strong> <span className="mu-muted">{message}</span>
          </span>
        ),
      },
    ];
  }, [t, formats]);
  return (
    <>
      <DataTable
        caption={t('errors.title')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        rowLabel={({ row }) => `${t('errors.row')} ${row}`}
        isShort
      />
      {load.numberRecordsFailed > SHOWN_ERRORS && (
        <p className="mu-muted">
          {t('errors.shown', { shown: errors.length, total: load.numberRecordsFailed })}
        </p>
      )}
    </>
  );
}

/** Each error with the row a spreadsheet shows it in, where row 1 is the header, and the column of the file. */
function errorRows(
  t: ReturnType<typeof useSetupImportText>,
  { columns = [] }: Load,
  errors: readonly LoadError[],
): readonly ErrorRow[] {
  const columnOf = (field: string) => {
    const found = columns.find(({ field: name }) => {
      const [relationship = '', key] = name.replace(/^\w+:/, '').split('.');
      return (
        name === field ||
        (key !== undefined && relationship.replace(/__r$/, '') === field.replace(/(Id|__c)$/, ''))
      );
    });
    return found?.column ?? field;
  };
  return errors.flatMap(({ row, errors: own }) =>
    own.map(({ statusCode, message, fields }, i) => ({
      key: `${row} ${i}`,
      row: row + 1,
      column: fields.map(columnOf).join(', ') || '–',
      words: problemWords(t, statusCode),
      message,
    })),
  );
}
