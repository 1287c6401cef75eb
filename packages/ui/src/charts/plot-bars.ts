import * as Plot from '@observablehq/plot';
import { labelMargin, valueWidth } from './label-margin.js';

export interface BarDatum {
  readonly label: string;
  readonly value: number;
  /** Drawn in the second colour: the one the sentence speaks of. */
  readonly isEmphasised?: boolean | undefined;
}

/** The height in px of `count` bars. */
export function barsHeight(count: number, isNarrow: boolean): number {
  return count * (isNarrow ? 46 : 30) + 4;
}

/** Horizontal bars from zero, each with its label and value on it. */
export function plotBars(
  data: readonly BarDatum[],
  width: number,
  format: (value: number) => string,
): Element {
  const margin = labelMargin(
    data.map((datum) => datum.label),
    width,
  );
  const isNarrow = margin === null;
  const most = Math.max(...data.map((datum) => datum.value), 0);
  const fill = (datum: BarDatum) => (datum.isEmphasised ? 'var(--chart-2)' : 'var(--chart-1)');
  return Plot.plot({
    className: 'mu-plot',
    width,
    height: barsHeight(data.length, isNarrow),
    marginLeft: margin ?? 0,
    marginRight: valueWidth(format(most)) + 12,
    marginTop: 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, most || 1] },
    y: { axis: null, domain: data.map((datum) => datum.label), paddingInner: 0, paddingOuter: 0 },
    color: { type: 'identity' },
    marks: [
      Plot.barX(data, {
        x: 'value',
        y: 'label',
        fill,
        insetTop: isNarrow ? 21 : 5,
        insetBottom: 5,
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
        x: 'value',
        y: 'label',
        text: (datum: BarDatum) => format(datum.value),
        textAnchor: 'start',
        dx: 6,
        dy: isNarrow ? 8 : 0,
        className: 'mu-plot-value',
      }),
      ...(isNarrow ? [] : [Plot.ruleX([0], { stroke: 'var(--border-strong)', insetTop: 2 })]),
    ],
  });
}
