import type { Dashboard } from '@muster/client';
import { Card, type Column, DataTable, type Formats, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { useDashboardText } from '../../messages/dashboard/use-dashboard-text.js';
import { useFrameText } from '../../messages/frame/use-frame-text.js';

type Row = Dashboard['timeInStep']['steps'][number];
type DashboardText = ReturnType<typeof useDashboardText>;

/** How long steps take, people still waiting counted; what is over its target stands out. */
export function TimeInStep({ data: { timeInStep, asOf } }: { readonly data: Dashboard }) {
  const t = useDashboardText();
  const frame = useFrameText();
  const formats = useFormats();
  const columns = useMemo(() => columnsFor(t, formats), [t, formats]);
  const hasUnknown = timeInStep.steps.some((step) => step.medianDays === null || step.p80Days === null);
  const meta = [
    `${timeInStep.population}.`,
    ...(hasUnknown ? [t('time.unknownHint')] : []),
    frame('asOf', { time: formats.dateTime(asOf) }),
  ];
  return (
    <Card title={t('time.table')} meta={meta.join(' ')} isFlush>
      <DataTable
        caption={t('time.table')}
        columns={columns}
        rows={timeInStep.steps}
        rowKey={(step) => step.step}
        rowLabel={(step) => step.label}
        isShort
      />
    </Card>
  );
}

function columnsFor(t: DashboardText, formats: Formats): readonly Column<Row>[] {
  const number = (id: 'entered' | 'finished' | 'stillWaiting', hideBelow?: 'medium'): Column<Row> => ({
    id,
    header: t(`time.${id}`),
    cell: (row) => formats.number(row[id]),
    align: 'end',
    hideBelow,
  });
  const days = (value: number | null) =>
    value === null ? (
      <span className="mu-muted">{t('time.unknown')}</span>
    ) : (
      t('time.days', { count: Math.round(value) })
    );
  return [
    { id: 'step', header: t('time.step'), cell: (row) => row.label },
    number('entered', 'medium'),
    number('finished', 'medium'),
    number('stillWaiting'),
    {
      id: 'median',
      header: t('time.p50'),
      cell: (row) =>
        row.medianDays !== null && row.medianDays > row.targetDays ? (
          <strong>{days(row.medianDays)}</strong>
        ) : (
          days(row.medianDays)
        ),
      align: 'end',
    },
    { id: 'p80', header: t('time.p80'), cell: (row) => days(row.p80Days), align: 'end', hideBelow: 'medium' },
    {
      id: 'target',
      header: t('time.target'),
      cell: (row) => days(row.targetDays),
      align: 'end',
      hideBelow: 'medium',
    },
  ];
}
