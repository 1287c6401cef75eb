import type { Dashboard } from '@muster/client';
import {
  BarChart,
  FigureCard,
  FunnelChart,
  Grid,
  Link,
  PageHeader,
  Skeleton,
  Stack,
  useFormats,
} from '@muster/ui';
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
    <QueryView query={dashboard} skeleton={<Skeleton shape="page" />}>
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
    <Stack>
      <PageHeader title={t('title')} lead={t('lead', { time: formats.dateTime(data.asOf) })} />
      <Numbers data={data} />
      <Grid min="large">
        <InProcess data={data} />
        <Funnel data={data} />
      </Grid>
      <TimeInStep data={data} />
      <ExpiringTable data={data} />
    </Stack>
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
          title={last.label}
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

function InProcess({ data }: FigureProps) {
  const t = useDashboardText();
  const can = useCan();
  const { inProcess, asOf } = data;
  const most = Math.max(...inProcess.phases.map((phase) => phase.people));
  const phases = inProcess.phases.filter((phase) => phase.people > 0 || phase.openSteps > 0);
  return (
    <Stack>
      <BarChart
        title={t('inProcess.title')}
        summary={inProcess.sentence}
        data={phases.map(({ label, people }) => ({ label, value: people, isEmphasised: people === most }))}
        valueLabel={t('inProcess.people')}
        population={inProcess.population}
        asOf={asOf}
        actions={can('View_Applications') && <Link href="/board">{t('inProcess.board')}</Link>}
      />
      <BarChart
        title={t('inProcess.stepsTitle')}
        summary={t('inProcess.stepsSentence', { steps: inProcess.openSteps, people: inProcess.people })}
        data={phases.map(({ label, openSteps }) => ({ label, value: openSteps }))}
        valueLabel={t('inProcess.openSteps')}
        population={inProcess.population}
        asOf={asOf}
      />
    </Stack>
  );
}

function Funnel({ data: { funnel, asOf } }: FigureProps) {
  const t = useDashboardText();
  const formats = useFormats();
  return (
    <FunnelChart
      title={t('funnel.title')}
      summary={funnel.sentence}
      data={funnel.stages.map((stage) => ({ label: stage.label, value: stage.people }))}
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
