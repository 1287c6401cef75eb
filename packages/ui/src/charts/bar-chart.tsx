import { useCallback, useMemo } from 'react';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { ChartFrame, type ChartText } from './chart-frame.js';
import type { BarDatum } from './plot-bars.js';
import { PlotDrawing, type PlotDrawingProps } from './plot-drawing.js';

export interface BarChartProps extends ChartText {
  /** In the order drawn; sorted by value unless the order means something. */
  readonly data: readonly BarDatum[];
  /** What is measured, for the table's head. */
  readonly valueLabel: string;
  readonly format?: ((value: number) => string) | undefined;
}

/** Compares amounts: horizontal bars with direct labels. */
export function BarChart({ data, valueLabel, format, ...text }: BarChartProps) {
  const t = useUiText();
  const formats = useFormats();
  const show = format ?? formats.number;
  const draw = useCallback<PlotDrawingProps['draw']>(
    (plots, width) => plots.plotBars(data, width, show),
    [data, show],
  );
  const table = useMemo(
    () => ({
      columns: [t('ui.chart.label'), valueLabel],
      rows: data.map((datum) => [datum.label, show(datum.value)]),
    }),
    [data, show, t, valueLabel],
  );
  return (
    <ChartFrame text={text} table={table}>
      <PlotDrawing draw={draw} height={data.length * 30} />
    </ChartFrame>
  );
}
