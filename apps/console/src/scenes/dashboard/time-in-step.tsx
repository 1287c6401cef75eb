import type { Dashboard } from '@muster/client';
import { BarChart, Card, type Column, DataTable, type Formats, Grid, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { useDashboardText } from '../../messages/dashboard/use-dashboard-text.js';

type Row = Dashboard['timeInStep']['steps'][number];
type DashboardText = ReturnType<typeof useDashboardText>;

/** How long steps take, people still waiting counted; those over their target stand out. */
export function TimeInStep({ data }: { readonly data: Dashboard }) {
  const t = useDashboardText();
  const formats = useFormats();
  const { timeInStep, asOf } = data;
  const known = timeInStep.steps.flatMap((step) =>
    step.medianDays === null ? [] : [{ ...step, medianDays: step.medianDays }],
  );
  const columns = useMemo(() => columnsFor(t, formats), [t, formats]);
  return (
    <Grid min="large">
      <BarChart
        title={t('time.title')}
        summary={timeInStep.sentence}
        data={known.map((step) => ({
          label: step.label,
          value: step.medianDays,
          isEmphasised: step.medianDays > step.targetDays,
        }))}
        valueLabel={t('time.median')}
        population={timeInStep.population}
        asOf={asOf}
      />
      <Card title={t('time.table')} meta={timeInStep.population} isFlush>
        <DataTable
          caption={t('time.table')}
          columns={columns}
          rows={timeInStep.steps}
          rowKey={(step) => step.step}
          rowLabel={(step) => step.label}
          isShort
        />
      </Card>
    </Grid>
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
    { id: 'target', header: t('time.target'), cell: (row) => days(row.targetDays), align: 'end' },
  ];
}
