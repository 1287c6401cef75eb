import type { CaseSummary } from '@muster/client';
import { Badge, Link, useFormats } from '@muster/ui';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import '../jobs/vacancy-card.css';

/** One case in a list: what it is about, on whom it waits, and the last news. */
export function CaseCard({ summary, level }: { readonly summary: CaseSummary; readonly level: 2 | 3 }) {
  const t = useCaseText();
  const formats = useFormats();
  const Heading = `h${level}` as const;
  const { waitingOn } = summary;
  return (
    <article className="po-vacancy">
      <Heading className="po-vacancy-title">
        <Link href={`/cases/${summary.id}`}>{summary.subject}</Link>
      </Heading>
      <p className="po-card-foot">
        <Badge tone={waitingOn === 'me' ? 'primary' : waitingOn === 'support' ? 'waiting' : 'neutral'}>
          {waitingOn === null ? summary.statusLabel : t(`waiting.${waitingOn}`)}
        </Badge>
        <span className="mu-muted">{t('list.updated', { day: formats.relativeDay(summary.updatedAt) })}</span>
        <span className="mu-muted mu-tabular">{t('case.number', { number: summary.number })}</span>
      </p>
    </article>
  );
}
