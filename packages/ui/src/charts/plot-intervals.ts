import * as Plot from '@observablehq/plot';
import { labelMargin, valueWidth } from './label-margin.js';

export interface IntervalDatum {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A dot with its range on one scale, one row per datum. */
export function plotIntervals(
  data: readonly IntervalDatum[],
  width: number,
  format: (value: number) => string,
): Element {
  const margin = labelMargin(
    data.map((datum) => datum.label),
    width,
  );
  const isNarrow = margin === null;
  const most = Math.max(...data.map((datum) => datum.high), 0);
  const words = (datum: IntervalDatum) =>
    `${format(datum.value)} (${format(datum.low)}–${format(datum.high)})`;
  const longest = Math.max(...data.map((datum) => valueWidth(words(datum))), 0);
  return Plot.plot({
    className: 'mu-plot',
    width,
    height: data.length * (isNarrow ? 52 : 34) + 26,
    marginLeft: margin ?? 6,
    marginRight: isNarrow ? 6 : longest + 12,
    marginTop: 2,
    marginBottom: 24,
    x: {
      domain: [0, most || 1],
      nice: true,
      grid: true,
      label: null,
      ticks: Math.max(
        2,
        Math.floor((width - (isNarrow ? 12 : margin + longest)) / (valueWidth(format(most)) + 40)),
      ),
      tickFormat: (value: number) => format(value),
      tickSize: 0,
    },
    y: { axis: null, domain: data.map((datum) => datum.label) },
    color: { type: 'identity' },
    marks: [
      Plot.ruleY(data, {
        x1: 'low',
        x2: 'high',
        y: 'label',
        stroke: 'var(--chart-1)',
        strokeWidth: 3,
        strokeOpacity: 0.45,
        strokeLinecap: 'round',
      }),
      Plot.dot(data, {
        x: 'value',
        y: 'label',
        r: 5,
        fill: 'var(--chart-1)',
        stroke: 'var(--surface)',
        strokeWidth: 1.5,
      }),
      Plot.text(data, {
        ...(isNarrow ? { x: 0 } : { frameAnchor: 'left' }),
        y: 'label',
        text: 'label',
        textAnchor: isNarrow ? 'start' : 'end',
        dx: isNarrow ? -6 : -8,
        dy: isNarrow ? -15 : 0,
      }),
      Plot.text(data, {
        frameAnchor: 'right',
        y: 'label',
        text: words,
        textAnchor: isNarrow ? 'end' : 'start',
        dx: isNarrow ? 6 : 8,
        dy: isNarrow ? -15 : 0,
        className: 'mu-plot-value',
      }),
    ],
  });
}
