import { useCallback, useMemo } from 'react';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { ChartFrame, type ChartText } from './chart-frame.js';
import { PlotDrawing, type PlotDrawingProps } from './plot-drawing.js';
import type { FunnelDatum } from './plot-funnel.js';

export interface FunnelChartProps extends ChartText {
  /** Steps in order. */
  readonly data: readonly FunnelDatum[];
  /** What is counted, for the table's head. */
  readonly valueLabel: string;
}

/** How many get from step to step, with each step's share of the one before. */
export function FunnelChart({ data, valueLabel, ...text }: FunnelChartProps) {
  const t = useUiText();
  const formats = useFormats();
  const draw = useCallback<PlotDrawingProps['draw']>(
    (plots, width) => plots.plotFunnel(data, width, formats.number, formats.percent),
    [data, formats],
  );
  const table = useMemo(
    () => ({
      columns: [t('ui.chart.label'), valueLabel, t('ui.chart.ofPrevious')],
      rows: data.map((datum, index) => {
        const before = data[index - 1]?.value;
        return [
          datum.label,
          formats.number(datum.value),
          before ? formats.percent(datum.value / before, 1) : '',
        ];
      }),
    }),
    [data, formats, t, valueLabel],
  );
  return (
    <ChartFrame text={text} table={table}>
      <PlotDrawing draw={draw} height={data.length * 30} />
    </ChartFrame>
  );
}
