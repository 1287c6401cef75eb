import { type Moment, useFormats } from '@muster/ui';
import './deadline.css';

const day = 86_400_000;

/** How near a moment is: over, within a week, or later. */
export type Nearness = 'past' | 'soon' | 'later';

/** @param now ms since 1970 */
export function nearness(moment: Moment, now: number): Nearness {
  const left = new Date(moment).getTime() - now;
  if (left < 0) return 'past';
  return left < 7 * day ? 'soon' : 'later';
}

/** A day something is due or runs out; past days and those of the coming week stand out by weight and colour. */
export function Deadline({ at, now = Date.now() }: { readonly at: string | null; readonly now?: number }) {
  const formats = useFormats();
  if (at === null) return <span className="mu-muted">–</span>;
  return (
    <time className="console-deadline" dateTime={at} data-near={nearness(at, now)}>
      {formats.day(at)}
    </time>
  );
}
