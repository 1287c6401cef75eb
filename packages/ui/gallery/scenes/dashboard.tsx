import {
  BarChart,
  FigureCard,
  FunnelChart,
  Grid,
  IntervalChart,
  Link,
  PageHeader,
  Stack,
  TrendChart,
  useFormats,
} from '@muster/ui';

const asOf = '2026-11-25T10:40:00';
const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, 15)));
const entries = [14, 16, 13, 15, 17, 16, 14, 15, 18, 14, 15].map((value, index) => ({
  at: months[index] as Date,
  value,
}));
const forecast = [
  { at: months[10] as Date, value: 15, low: 15, high: 15 },
  { at: new Date('2026-12-15'), value: 15, low: 12, high: 17 },
  { at: new Date('2027-01-15'), value: 14, low: 10, high: 18 },
  { at: new Date('2027-02-15'), value: 13, low: 9, high: 18 },
  { at: new Date('2027-03-15'), value: 13, low: 8, high: 19 },
];
const funnel = [
  { label: 'Applied', value: 12000 },
  { label: 'Minimum qualifications met', value: 8400 },
  { label: 'Exam attended', value: 4620 },
  { label: 'Exam passed', value: 2772 },
  { label: 'Fitness passed', value: 1940 },
  { label: 'Interview passed', value: 1358 },
  { label: 'Conditional offer accepted', value: 1168 },
  { label: 'All checks passed', value: 292 },
  { label: 'Final offer accepted', value: 207 },
  { label: 'On duty', value: 182 },
];
const waits = [
  { label: 'Background', value: 94 },
  { label: 'Medical', value: 48, isEmphasised: true },
  { label: 'Psychological', value: 33 },
  { label: 'Personal history', value: 27 },
  { label: 'Drug test', value: 12 },
];
const scorecard = [
  { label: 'Wear the Teal', value: 173000, low: 112000, high: 317000 },
  { label: 'Ride-along days', value: 8000, low: 6300, high: 10900 },
];
const series = [
  { label: 'Entries', points: entries },
  { label: 'Forecast', points: forecast, isProjected: true },
];

export function DashboardScene() {
  const formats = useFormats();
  return (
    <Stack>
      <PageHeader title="Dashboard" lead="Field officers, all places. As of 25 Nov, 10:40." />
      <Grid min="small">
        <FigureCard
          title="Staffing gap"
          value={{ kind: 'Known', text: '328' }}
          unit="officers"
          definition="Authorised posts less officers on duty today."
          population="3,200 authorised, 2,872 on duty"
          asOf={asOf}
        />
        <FigureCard
          title="Entries, next 12 months"
          value={{ kind: 'Known', text: '176', low: '158', high: '193' }}
          definition="Forecast of people who enter on duty; four of five past forecasts held."
          population="2,470 people in process"
          stillWaiting="2,470"
          asOf={asOf}
          actions={<Link href="/figure">How this is made</Link>}
        />
        <FigureCard
          title="Median wait, medical"
          value={{ kind: 'Known', text: '48' }}
          unit="days"
          definition="From the conditional offer to the result, people still waiting counted."
          population="412 people since 1 Jan"
          stillWaiting="137"
          asOf={asOf}
        />
        <FigureCard
          title="Withdrawals, Sule"
          value={{ kind: 'Suppressed', threshold: 10 }}
          definition="People who withdrew after an offer."
          population="Outer Islands"
          asOf={asOf}
        />
      </Grid>
      <Grid min="large">
        <TrendChart
          title="Entries on duty"
          summary="About 15 people enter each month; with the clinic as it is, the coming months bring 13 to 15."
          series={series}
          asOf={asOf}
          population="Field officers"
          formatTime={(at) => formats.day(at).split(' ')[1] ?? ''}
        />
        <BarChart
          title="Days in step, median"
          summary="Background takes longest; the medical has grown by 12 days since August."
          data={waits}
          valueLabel="Days"
          asOf={asOf}
          population="1,082 open steps"
        />
        <FunnelChart
          title="A year's funnel"
          summary="Of 12,000 applications 182 people entered on duty; the checks after the offer lose three in four."
          data={funnel}
          valueLabel="People"
          asOf={asOf}
          population="Applications of the last 12 months"
        />
        <IntervalChart
          title="Cost per expected hire"
          summary="An expected hire costs 173,000 by the campaign and 8,000 by ride-along days."
          data={scorecard}
          valueLabel="Cost"
          format={formats.money}
          asOf={asOf}
          population="Still in process: 1,204"
        />
      </Grid>
    </Stack>
  );
}
