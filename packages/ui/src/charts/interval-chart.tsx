import { useCallback, useMemo } from 'react';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { ChartFrame, type ChartText } from './chart-frame.js';
import { PlotDrawing, type PlotDrawingProps } from './plot-drawing.js';
import type { IntervalDatum } from './plot-intervals.js';

export interface IntervalChartProps extends ChartText {
  readonly data: readonly IntervalDatum[];
  readonly valueLabel: string;
  readonly format?: ((value: number) => string) | undefined;
}

/** Compares estimates with their ranges. It gives no verdict: no colour says which is better. */
export function IntervalChart({ data, valueLabel, format, ...text }: IntervalChartProps) {
  const t = useUiText();
  const formats = useFormats();
  const show = format ?? formats.number;
  const draw = useCallback<PlotDrawingProps['draw']>(
    (plots, width) => plots.plotIntervals(data, width, show),
    [data, show],
  );
  const table = useMemo(
    () => ({
      columns: [t('ui.chart.label'), valueLabel, t('ui.chart.low'), t('ui.chart.high')],
      rows: data.map((datum) => [datum.label, show(datum.value), show(datum.low), show(datum.high)]),
    }),
    [data, show, t, valueLabel],
  );
  return (
    <ChartFrame text={text} table={table}>
      <PlotDrawing draw={draw} height={data.length * 34 + 26} />
    </ChartFrame>
  );
}
