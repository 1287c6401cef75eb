import type { Dashboard } from '@muster/client';
import { BarChart, FigureCard, FunnelChart, Grid, Link, PageHeader, Stack, useFormats } from '@muster/ui';
import { useMemo } from 'react';
import { QueryView } from '../../components/query-view.js';
import { useDashboard } from '../../data/dashboard.js';
import { useCan } from '../../data/session.js';
import { useDashboardText } from '../../messages/dashboard/use-dashboard-text.js';
import { ExpiringTable } from './expiring-table.js';
import { TimeInStep } from './time-in-step.js';

/** The chief's page: where people wait, how many get through, what runs out. */
export function DashboardScene() {
  const dashboard = useDashboard();
  return (
    <QueryView query={dashboard} isPage>
      {(data) => <Figures data={data} />}
    </QueryView>
  );
}

export interface FigureProps {
  readonly data: Dashboard;
}

function Figures({ data }: FigureProps) {
  const t = useDashboardText();
  const formats = useFormats();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { time: formats.dateTime(data.asOf) })} />
      <Stack>
        <Numbers data={data} />
        <Grid min="large">
          <InProcess data={data} />
          <OpenSteps data={data} />
          <Funnel data={data} />
          <MedianDays data={data} />
        </Grid>
        <TimeInStep data={data} />
        <ExpiringTable data={data} />
      </Stack>
    </>
  );
}

function Numbers({ data }: FigureProps) {
  const t = useDashboardText();
  const formats = useFormats();
  const { staffing, inProcess, expiring, funnel } = data;
  const last = funnel.stages.at(-1);
  const known = (value: number) => ({ kind: 'Known', text: formats.number(value) }) as const;
  return (
    <Grid min="small">
      <FigureCard
        title={t('gap.title')}
        value={staffing === null ? { kind: 'NotKnown', reason: t('gap.unknown') } : known(staffing.gap)}
        unit={t('gap.unit', { count: staffing?.gap ?? 0 })}
        definition={t('gap.definition')}
        population={
          staffing === null
            ? ''
            : t('gap.population', { authorised: staffing.authorised, onDuty: staffing.onDuty })
        }
        asOf={staffing?.asOf ?? data.asOf}
      />
      <FigureCard
        title={t('people.title')}
        value={known(inProcess.people)}
        unit={t('people.unit')}
        definition={inProcess.sentence}
        population={inProcess.population}
        asOf={data.asOf}
      />
      <FigureCard
        title={t('steps.title')}
        value={known(inProcess.openSteps)}
        unit={t('steps.unit')}
        definition={t('steps.definition')}
        population={inProcess.population}
        asOf={data.asOf}
      />
      <FigureCard
        title={t('expiring.title')}
        value={known(expiring.total)}
        unit={t('expiring.unit', { count: expiring.total })}
        definition={expiring.sentence}
        population={expiring.population}
        asOf={data.asOf}
      />
      {last && (
        <FigureCard
          title={t('onDuty.title')}
          value={known(last.people)}
          unit={t('people.unit')}
          definition={t('onDuty.definition')}
          population={t('funnel.period', {
            population: funnel.population,
            from: formats.day(funnel.from),
            to: formats.day(funnel.to),
          })}
          asOf={data.asOf}
        />
      )}
    </Grid>
  );
}

/** Phases in which somebody is or something is open. */
function busyPhases({ inProcess }: Dashboard) {
  return inProcess.phases.filter((phase) => phase.people > 0 || phase.openSteps > 0);
}

function InProcess({ data }: FigureProps) {
  const t = useDashboardText();
  const can = useCan();
  const bars = useMemo(() => {
    const phases = busyPhases(data);
    const most = Math.max(...phases.map((phase) => phase.people));
    return phases.map(({ label, people }) => ({ label, value: people, isEmphasised: people === most }));
  }, [data]);
  return (
    <BarChart
      title={t('inProcess.title')}
      summary={data.inProcess.sentence}
      data={bars}
      valueLabel={t('inProcess.people')}
      population={data.inProcess.population}
      asOf={data.asOf}
      actions={can('View_Applications') && <Link href="/board">{t('inProcess.board')}</Link>}
    />
  );
}

function OpenSteps({ data }: FigureProps) {
  const t = useDashboardText();
  const { people, openSteps: steps, population } = data.inProcess;
  const bars = useMemo(
    () => busyPhases(data).map(({ label, openSteps }) => ({ label, value: openSteps })),
    [data],
  );
  return (
    <BarChart
      title={t('inProcess.stepsTitle')}
      summary={t('inProcess.stepsSentence', { steps, people })}
      data={bars}
      valueLabel={t('inProcess.openSteps')}
      population={population}
      asOf={data.asOf}
    />
  );
}

/** Steps without a median yet are in the table only. */
function MedianDays({ data: { timeInStep, asOf } }: FigureProps) {
  const t = useDashboardText();
  const bars = useMemo(
    () =>
      timeInStep.steps.flatMap(({ label, medianDays, targetDays }) =>
        medianDays === null ? [] : [{ label, value: medianDays, isEmphasised: medianDays > targetDays }],
      ),
    [timeInStep],
  );
  return (
    <BarChart
      title={t('time.title')}
      summary={timeInStep.sentence}
      data={bars}
      valueLabel={t('time.median')}
      population={timeInStep.population}
      asOf={asOf}
    />
  );
}

function Funnel({ data: { funnel, asOf } }: FigureProps) {
  const t = useDashboardText();
  const bars = useMemo(
    () => funnel.stages.map((stage) => ({ label: stage.label, value: stage.people })),
    [funnel],
  );
  const formats = useFormats();
  return (
    <FunnelChart
      title={t('funnel.title')}
      summary={funnel.sentence}
      data={bars}
      valueLabel={t('funnel.people')}
      population={t('funnel.period', {
        population: funnel.population,
        from: formats.day(funnel.from),
        to: formats.day(funnel.to),
      })}
      asOf={asOf}
    />
  );
}
