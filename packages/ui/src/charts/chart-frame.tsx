import { ChartColumnIcon, TableIcon } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../button/button.js';
import type { Moment } from '../messages/formats.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import './chart-frame.css';

/** What every chart says in words. */
export interface ChartText {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  /** One sentence: what the chart shows. It is read out in place of the drawing. */
  readonly summary: string;
  /** Who or what is counted. */
  readonly population?: string | undefined;
  readonly asOf?: Moment | undefined;
  readonly actions?: ReactNode;
}

/** The chart's numbers as a table: a name per row, then texts that are already formatted. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Title, sentence, drawing or table, population and time: the same around every chart. */
export function ChartFrame({
  text,
  table,
  children,
}: {
  readonly text: ChartText;
  readonly table: ChartTable;
  readonly children: ReactNode;
}) {
  const t = useUiText();
  const formats = useFormats();
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  const Heading = `h${text.level ?? 2}` as const;
  return (
    <figure className="mu-chart" aria-labelledby={titleId}>
      <div className="mu-chart-head">
        <Heading id={titleId} className="mu-chart-title">
          {text.title}
        </Heading>
        <Button
          size="small"
          variant="quiet"
          icon={isTable ? ChartColumnIcon : TableIcon}
          onPress={() => setTable(!isTable)}
        >
          {t(isTable ? 'ui.chart.showChart' : 'ui.chart.showTable')}
        </Button>
      </div>
      <p className="mu-chart-summary">{text.summary}</p>
      <div className="mu-chart-body">
        {isTable ? <ChartNumbers table={table} title={text.title} /> : children}
      </div>
      {(text.population !== undefined || text.asOf !== undefined || text.actions !== undefined) && (
        <figcaption className="mu-chart-foot">
          {text.population && <span>{text.population}</span>}
          {text.asOf !== undefined && <span>{t('ui.date.asOf', { time: formats.dateTime(text.asOf) })}</span>}
          {text.actions}
        </figcaption>
      )}
    </figure>
  );
}

function ChartNumbers({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable with the keyboard
    <section className="mu-chart-table" aria-label={title} tabIndex={0}>
      <table className="mu-table">
        <caption className="mu-visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" data-align={index === 0 ? undefined : 'end'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={table.columns[index + 1]} data-align="end">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
