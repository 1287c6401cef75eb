import type { Dashboard } from '@muster/client';
import { Card, type Column, DataTable, EmptyState, Link, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { Deadline } from '../../components/deadline.js';
import { useCan } from '../../data/session.js';
import { useDashboardText } from '../../messages/dashboard/use-dashboard-text.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';

type Row = Dashboard['expiring']['rows'][number];

/** Results and offers that run out within thirty days, by step. */
export function ExpiringTable({ data }: { readonly data: Dashboard }) {
  const t = useDashboardText();
  const frame = useFrameText();
  const formats = useFormats();
  const can = useCan();
  const { expiring, asOf } = data;
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: 'step', header: t('expiring.step'), cell: (row) => row.label },
      { id: 'count', header: t('expiring.count'), cell: (row) => formats.number(row.count), align: 'end' },
      { id: 'first', header: t('expiring.first'), cell: (row) => <Deadline at={row.first} />, align: 'end' },
    ],
    [t, formats],
  );
  return (
    <Card
      title={t('expiring.table')}
      meta={`${expiring.sentence} ${expiring.population}. ${frame('asOf', { time: formats.dateTime(asOf) })}`}
      actions={can('View_Applications') && <Link href="/applicants?sort=expiry">{t('expiring.list')}</Link>}
      isFlush
    >
      <DataTable
        caption={t('expiring.table')}
        columns={columns}
        rows={expiring.rows}
        rowKey={(row) => row.step}
        rowLabel={(row) => row.label}
        empty={<EmptyState title={t('expiring.none')} />}
        isShort
      />
    </Card>
  );
}
