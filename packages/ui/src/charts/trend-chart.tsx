import { useCallback, useMemo } from 'react';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { ChartFrame, type ChartText } from './chart-frame.js';
import { PlotDrawing, type PlotDrawingProps } from './plot-drawing.js';
import type { TrendSeries } from './plot-trend.js';

export interface TrendChartProps extends ChartText {
  readonly series: readonly TrendSeries[];
  readonly format?: ((value: number) => string) | undefined;
  /** How moments on the axis and in the table look; days by default. */
  readonly formatTime?: ((at: Date) => string) | undefined;
}

/** What changes over time, and what is expected, with its range. */
export function TrendChart({ series, format, formatTime, ...text }: TrendChartProps) {
  const t = useUiText();
  const formats = useFormats();
  const show = format ?? formats.number;
  const showTime = formatTime ?? formats.day;
  const draw = useCallback<PlotDrawingProps['draw']>(
    (plots, width) => plots.plotTrend(series, width, show, showTime),
    [series, show, showTime],
  );
  const table = useMemo(() => {
    const range = (low: number | undefined, high: number | undefined) =>
      low === undefined || high === undefined
        ? ''
        : t('ui.figure.range', { low: show(low), high: show(high) });
    return {
      columns: [t('ui.chart.date'), t('ui.chart.label'), t('ui.chart.value'), t('ui.chart.range')],
      rows: series.flatMap((each) =>
        each.points.map(({ at, value, low, high }) => [
          showTime(at),
          each.label,
          show(value),
          range(low, high),
        ]),
      ),
    };
  }, [series, show, showTime, t]);
  return (
    <ChartFrame text={text} table={table}>
      <PlotDrawing draw={draw} height={240} />
    </ChartFrame>
  );
}
