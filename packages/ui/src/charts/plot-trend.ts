import * as Plot from '@observablehq/plot';

export interface TrendPoint {
  readonly at: Date;
  readonly value: number;
  /** The range of an estimate. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface TrendSeries {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  /** Not yet happened: drawn dashed, with its range as a band. */
  readonly isProjected?: boolean | undefined;
}

const colors = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)'];

/** Lines over time from zero, each with its name at its end. A projected series continues in the colour before it. */
export function plotTrend(
  series: readonly TrendSeries[],
  width: number,
  format: (value: number) => string,
  formatTime: (at: Date) => string,
): Element {
  const points = series.flatMap((each) => each.points);
  const most = Math.max(...points.map((point) => point.high ?? point.value), 0);
  const longest = Math.max(...series.map((each) => each.label.length), 0);
  const labels = width < 440 ? 0 : longest * 6.8 + 14;
  return Plot.plot({
    className: 'mu-plot',
    width,
    height: 240,
    marginLeft: format(most).length * 7 + 12,
    marginRight: Math.max(12, labels),
    marginTop: 18,
    marginBottom: 26,
    x: {
      type: 'time',
      label: null,
      ticks: width < 440 ? 4 : 6,
      tickFormat: (at: Date) => formatTime(at),
      tickSize: 0,
    },
    y: {
      domain: [0, most || 1],
      nice: true,
      grid: true,
      label: null,
      ticks: 4,
      tickFormat: (value: number) => format(value),
      tickSize: 0,
    },
    color: { type: 'identity' },
    marks: [
      ...series.flatMap((each) =>
        each.points.some((point) => point.low !== undefined)
          ? [
              Plot.areaY(each.points, {
                x: 'at',
                y1: (point: TrendPoint) => point.low ?? point.value,
                y2: (point: TrendPoint) => point.high ?? point.value,
                fill: 'var(--chart-band)',
                fillOpacity: 0.75,
              }),
            ]
          : [],
      ),
      Plot.ruleY([0], { stroke: 'var(--border-strong)' }),
      ...series.flatMap((each, index) => {
        const continues = series[index + 1]?.isProjected === true;
        return seriesMarks(each, colorOf(series, index), continues ? 'peak' : labels > 0 ? 'end' : 'above');
      }),
    ],
  });
}

/** A series that a projection continues is named at its peak, where nothing of it can be in the way. */
function seriesMarks(series: TrendSeries, stroke: string, place: 'peak' | 'end' | 'above') {
  const last = series.points.slice(-1);
  const peak = series.points.toSorted((a, b) => b.value - a.value).slice(0, 1);
  const label = {
    peak: { textAnchor: 'middle', dx: 0, dy: -12 },
    end: { textAnchor: 'start', dx: 8, dy: 0 },
    above: { textAnchor: 'end', dx: 0, dy: -12 },
  } as const;
  return [
    Plot.lineY(series.points, {
      x: 'at',
      y: 'value',
      stroke,
      strokeWidth: 2.25,
      ...(series.isProjected ? { strokeDasharray: '4 4' } : {}),
    }),
    Plot.dot(last, { x: 'at', y: 'value', r: 3.5, fill: stroke, stroke: 'var(--surface)', strokeWidth: 1.5 }),
    Plot.text(place === 'peak' ? peak : last, {
      x: 'at',
      y: (point: TrendPoint) => (place === 'above' ? (point.high ?? point.value) : point.value),
      text: () => series.label,
      fill: stroke,
      ...label[place],
      className: 'mu-plot-series',
    }),
  ];
}

function colorOf(series: readonly TrendSeries[], index: number): string {
  const before = series.slice(0, index + 1).filter((each) => !each.isProjected).length;
  return colors[Math.max(0, before - 1) % colors.length] ?? 'var(--chart-1)';
}
