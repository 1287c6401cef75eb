import * as Plot from '@observablehq/plot';
import { labelMargin, valueWidth } from './label-margin.js';

export interface FunnelDatum {
  readonly label: string;
  readonly value: number;
}

/** Bars that get shorter from step to step, each with its number and its share of the step before. */
export function plotFunnel(
  data: readonly FunnelDatum[],
  width: number,
  format: (value: number) => string,
  share: (ratio: number) => string,
): Element {
  const margin = labelMargin(
    data.map((datum) => datum.label),
    width,
  );
  const isNarrow = margin === null;
  const first = data[0]?.value ?? 1;
  const words = (datum: FunnelDatum, index: number) => {
    const before = data[index - 1];
    return before && before.value > 0
      ? `${format(datum.value)}   ${share(datum.value / before.value)}`
      : format(datum.value);
  };
  const longest = Math.max(...data.map((datum, index) => valueWidth(words(datum, index))), 0);
  return Plot.plot({
    className: 'mu-plot',
    width,
    height: data.length * (isNarrow ? 44 : 30) + 4,
    marginLeft: margin ?? 0,
    marginRight: longest + 12,
    marginTop: 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, first || 1] },
    y: { axis: null, domain: data.map((datum) => datum.label), paddingInner: 0, paddingOuter: 0 },
    color: { type: 'identity' },
    marks: [
      Plot.barX(data, {
        x: first,
        y: 'label',
        fill: 'var(--chart-grid)',
        insetTop: isNarrow ? 20 : 4,
        insetBottom: 4,
        rx: 2,
      }),
      Plot.barX(data, {
        x: 'value',
        y: 'label',
        fill: 'var(--chart-1)',
        insetTop: isNarrow ? 20 : 4,
        insetBottom: 4,
        rx: 2,
      }),
      Plot.text(data, {
        x: 0,
        y: 'label',
        text: 'label',
        textAnchor: isNarrow ? 'start' : 'end',
        dx: isNarrow ? 0 : -8,
        dy: isNarrow ? -13 : 0,
      }),
      Plot.text(data, {
        x: first,
        y: 'label',
        text: words,
        textAnchor: 'start',
        dx: 8,
        dy: isNarrow ? 8 : 0,
        className: 'mu-plot-value',
      }),
    ],
  });
}
