import type { Load } from '@muster/client';
import {
  Badge,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  type Formats,
  PageHeader,
  Skeleton,
  UploadIcon,
  useFormats,
} from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { useLoads, useUserNames } from '../../../data/setup-import.js';
import { useSetupImportText } from '../../../messages/setup-import/use-setup-import-text.js';
import { loadWords, stateWords } from './load-words.js';

/** The loads of the last days, with what became of each. */
export function LoadsScene() {
  const t = useSetupImportText();
  const loads = useLoads();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href="/setup/import/new" variant="primary" icon={UploadIcon}>
            {t('new')}
          </ButtonLink>
        }
      />
      <QueryView query={loads} skeleton={<Skeleton shape="rows" count={8} />}>
        {(list) => <LoadTable loads={list} />}
      </QueryView>
    </>
  );
}

function LoadTable({ loads }: { readonly loads: readonly Load[] }) {
  const t = useSetupImportText();
  const formats = useFormats();
  const names = useUserNames(loads.map(({ createdById }) => createdById)).data;
  const columns = useMemo(() => loadColumns(t, formats, names ?? new Map()), [t, formats, names]);
  return (
    <DataTable
      caption={t('list.caption')}
      columns={columns}
      rows={loads}
      rowKey={({ id }) => id}
      rowLabel={(load) => loadWords(t, load)}
      rowHref={({ id }) => `/setup/import/${id}`}
      empty={<EmptyState title={t('list.none.title')}>{t('list.none.text')}</EmptyState>}
    />
  );
}

function loadColumns(
  t: ReturnType<typeof useSetupImportText>,
  formats: Formats,
  names: ReadonlyMap<string, string>,
): readonly Column<Load>[] {
  return [
    { id: 'what', header: t('column.what'), cell: (load) => loadWords(t, load) },
    {
      id: 'state',
      header: t('column.state'),
      cell: (load) => {
        const { text, tone } = stateWords(t, load);
        return <Badge tone={tone}>{text}</Badge>;
      },
    },
    {
      id: 'rows',
      header: t('column.rows'),
      align: 'end',
      cell: (load) => formats.number(load.numberRecordsProcessed),
    },
    {
      id: 'failed',
      header: t('column.failed'),
      align: 'end',
      hideBelow: 'medium',
      cell: (load) => formats.number(load.numberRecordsFailed),
    },
    {
      id: 'file',
      header: t('column.file'),
      hideBelow: 'wide',
      cell: (load) => <span className="setup-load-file">{load.fileName ?? '–'}</span>,
    },
    {
      id: 'who',
      header: t('column.who'),
      hideBelow: 'wide',
      cell: (load) => names.get(load.createdById) ?? '–',
    },
    {
      id: 'when',
      header: t('column.when'),
      align: 'end',
      hideBelow: 'medium',
      cell: (load) => formats.dateTime(load.createdDate),
    },
  ];
}
