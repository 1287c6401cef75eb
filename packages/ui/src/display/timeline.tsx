import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Moment } from '../messages/formats.js';
import { useFormats } from '../messages/locale-provider.js';
import type { BadgeTone } from './badge.js';
import './timeline.css';

export interface TimelineEvent {
  readonly id: string;
  readonly at: Moment;
  readonly title: ReactNode;
  /** Who did it, in words. */
  readonly by?: string | undefined;
  readonly detail?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly tone?: BadgeTone | undefined;
  /** A later event put this one right: it stays, struck through. */
  readonly isReversed?: boolean | undefined;
}

/** What happened, newest or oldest first as given. Nothing is ever taken out of it. */
export function Timeline({
  events,
  label,
}: {
  readonly events: readonly TimelineEvent[];
  readonly label: string;
}) {
  const formats = useFormats();
  return (
    <ol className="mu-timeline" aria-label={label}>
      {events.map(({ id, at, title, by, detail, icon: Icon, tone = 'neutral', isReversed }) => (
        <li key={id} className="mu-timeline-event" data-tone={tone}>
          <span className="mu-timeline-mark" aria-hidden>
            {Icon && <Icon />}
          </span>
          <div className="mu-timeline-body">
            <p className="mu-timeline-title">{isReversed ? <s>{title}</s> : title}</p>
            <p className="mu-timeline-meta">
              <time dateTime={typeof at === 'string' ? at : at.toISOString()}>
                {isDay(at) ? formats.day(at) : formats.dateTime(at)}
              </time>
              {by && <span>{by}</span>}
            </p>
            {detail !== undefined && <div className="mu-timeline-detail">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function isDay(at: Moment): boolean {
  return typeof at === 'string' && at.length === 10;
}
