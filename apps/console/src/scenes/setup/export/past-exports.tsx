import type { ExportEntry } from '@muster/client';
import { Card, type Column, DataTable, Skeleton, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { DownloadLink } from '../../../components/download-link.js';
import { QueryView } from '../../../components/query-view.js';
import { useClient } from '../../../data/client-context.js';
import { useSession } from '../../../data/session.js';
import { useExports } from '../../../data/setup-export.js';
import { useUserNames } from '../../../data/setup-import.js';
import { useSetupExportText } from '../../../messages/setup-export/use-setup-export-text.js';

/** Which records were taken out, by whom and when; a file of one's own can be made again. */
export function PastExports() {
  const t = useSetupExportText();
  const exports = useExports();
  return (
    <Card title={t('past.title')} isFlush>
      <QueryView query={exports} skeleton={<Skeleton shape="rows" count={4} />}>
        {(list) => <ExportTable entries={list} />}
      </QueryView>
    </Card>
  );
}

function ExportTable({ entries }: { readonly entries: readonly ExportEntry[] }) {
  const t = useSetupExportText();
  const formats = useFormats();
  const { loads } = useClient();
  const { data: session } = useSession();
  const names = useUserNames(entries.map(({ createdById }) => createdById)).data;
  const own = session?.user?.id;
  const columns = useMemo(
    (): readonly Column<ExportEntry>[] => [
      { id: 'object', header: t('column.object'), cell: ({ object }) => object },
      {
        id: 'query',
        header: t('column.query'),
        canWrap: true,
        hideBelow: 'medium',
        cell: ({ query, includesDeleted }) => (
          <span className="setup-export-query">
            <code>{query.length > SHOWN_QUERY ? `${query.slice(0, SHOWN_QUERY)}…` : query}</code>
            {includesDeleted && <span className="mu-muted"> {t('with.deleted')}</span>}
          </span>
        ),
      },
      {
        id: 'records',
        header: t('column.records'),
        align: 'end',
        cell: ({ totalSize }) => formats.number(totalSize),
      },
      {
        id: 'who',
        header: t('column.who'),
        hideBelow: 'wide',
        cell: (entry) => names?.get(entry.createdById) ?? '–',
      },
      {
        id: 'when',
        header: t('column.when'),
        align: 'end',
        cell: (entry) => formats.dateTime(entry.createdDate),
      },
      {
        id: 'again',
        header: t('column.again'),
        isHeaderHidden: true,
        hideBelow: 'medium',
        cell: ({ isKept, createdById, queryId, object }) =>
          isKept &&
          createdById === own && (
            <DownloadLink href={loads.exportAddress([queryId])} name={`${object}.csv`} isSmall>
              {t('again')}
            </DownloadLink>
          ),
      },
    ],
    [t, formats, names, own, loads],
  );
  return (
    <DataTable
      caption={t('past.title')}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      rowLabel={({ object }) => object}
      empty={<p className="setup-export-none">{t('past.none')}</p>}
      isShort
    />
  );
}

const SHOWN_QUERY = 160;
