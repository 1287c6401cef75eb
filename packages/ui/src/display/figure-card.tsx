import { ChevronDownIcon, EyeOffIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Moment } from '../messages/formats.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import './figure-card.css';

/** A figure's value: known (with its range when it is an estimate), held back, or honestly not known. */
export type FigureValue =
  | {
      readonly kind: 'Known';
      readonly text: string;
      readonly low?: string | undefined;
      readonly high?: string | undefined;
    }
  | { readonly kind: 'Suppressed'; readonly threshold: number }
  | { readonly kind: 'NotKnown'; readonly reason: string };

export interface FigureCardProps {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly value: FigureValue;
  /** What the number counts: "people", "days". */
  readonly unit?: string | undefined;
  /** One sentence: what the figure says. */
  readonly definition: string;
  readonly population: string;
  /** How many are not finished and so not in it, or not in it yet. */
  readonly stillWaiting?: string | undefined;
  readonly asOf: Moment;
  /** Links: the list behind it, its own page, cite, freeze. */
  readonly actions?: ReactNode;
}

/** One number with everything needed to quote it: what it means, who is counted, as of when. */
export function FigureCard({
  title,
  level = 2,
  value,
  unit,
  definition,
  population,
  stillWaiting,
  asOf,
  actions,
}: FigureCardProps) {
  const t = useUiText();
  const formats = useFormats();
  const Heading = `h${level}` as const;
  return (
    <section className="mu-figure">
      <Heading className="mu-figure-title">{title}</Heading>
      <FigureNumber value={value} unit={unit} />
      <p className="mu-figure-population">{population}</p>
      <details className="mu-figure-details">
        <summary>
          <ChevronDownIcon className="mu-icon" aria-hidden />
          {t('ui.figure.definition')}
        </summary>
        <p>{definition}</p>
      </details>
      <p className="mu-figure-foot">
        <span>{t('ui.date.asOf', { time: formats.dateTime(asOf) })}</span>
        {stillWaiting && (
          <span>
            {t('ui.figure.stillWaiting')}: {stillWaiting}
          </span>
        )}
      </p>
      {actions !== undefined && <div className="mu-figure-actions">{actions}</div>}
    </section>
  );
}

function FigureNumber({ value, unit }: Pick<FigureCardProps, 'value' | 'unit'>) {
  const t = useUiText();
  if (value.kind === 'Suppressed') {
    return (
      <div className="mu-figure-number">
        <span className="mu-figure-absent">
          <EyeOffIcon className="mu-icon" aria-hidden /> {t('ui.figure.suppressed')}
        </span>
        <span className="mu-figure-range">{t('ui.figure.suppressedWhy', { count: value.threshold })}</span>
      </div>
    );
  }
  if (value.kind === 'NotKnown') {
    return (
      <div className="mu-figure-number">
        <span className="mu-figure-absent">{t('ui.figure.notKnown')}</span>
        <span className="mu-figure-range">{value.reason}</span>
      </div>
    );
  }
  return (
    <div className="mu-figure-number">
      <span className="mu-figure-value">
        {value.text}
        {unit && <span className="mu-figure-unit"> {unit}</span>}
      </span>
      {value.low !== undefined && value.high !== undefined && (
        <span className="mu-figure-range">{t('ui.figure.range', { low: value.low, high: value.high })}</span>
      )}
    </div>
  );
}
