import type { PostingSummary } from '@muster/client';
import { BriefcaseIcon, CalendarIcon, MapPinIcon } from '@muster/ui';
import { LinkCard } from '../../components/link-card.js';

/** One vacancy in a list: what, where, for how much, until when. */
export function VacancyCard({ posting, level }: { readonly posting: PostingSummary; readonly level: 2 | 3 }) {
  const pay = [posting.pay, posting.employmentType].filter((text) => text !== '').join(' · ');
  return (
    <LinkCard href={`/jobs/${posting.number}`} title={posting.title} level={level}>
      <p>{posting.summary}</p>
      <ul className="po-card-facts">
        {posting.location !== '' && (
          <li>
            <MapPinIcon className="mu-icon" aria-hidden />
            {posting.location}
          </li>
        )}
        {pay !== '' && (
          <li>
            <BriefcaseIcon className="mu-icon" aria-hidden />
            {pay}
          </li>
        )}
        {posting.closesInWords !== null && (
          <li>
            <CalendarIcon className="mu-icon" aria-hidden />
            {posting.closesInWords}
          </li>
        )}
      </ul>
    </LinkCard>
  );
}
