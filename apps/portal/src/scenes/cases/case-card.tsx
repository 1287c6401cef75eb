import type { CaseSummary } from '@muster/client';
import { useFormats } from '@muster/ui';
import { LinkCard } from '../../components/link-card.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { CaseBadge } from './case-badge.js';

/** One case in a list: what it is about, on whom it waits, and the last news. */
export function CaseCard({ summary, level }: { readonly summary: CaseSummary; readonly level: 2 | 3 }) {
  const t = useCaseText();
  const formats = useFormats();
  return (
    <LinkCard href={`/cases/${summary.id}`} title={summary.subject} level={level}>
      <p className="po-card-foot">
        <CaseBadge summary={summary} />
        <span>{t('list.updated', { day: formats.relativeDay(summary.updatedAt) })}</span>
        <span>{t('case.number', { number: summary.number })}</span>
      </p>
    </LinkCard>
  );
}
