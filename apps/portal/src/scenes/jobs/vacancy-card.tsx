import type { PostingSummary } from '@muster/client';
import { BriefcaseIcon, CalendarIcon, Link, MapPinIcon } from '@muster/ui';
import './vacancy-card.css';

/** One vacancy in a list: what, where, for how much, until when. */
export function VacancyCard({ posting, level }: { readonly posting: PostingSummary; readonly level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const pay = [posting.pay, posting.employmentType].filter((text) => text !== '').join(' · ');
  return (
    <article className="po-vacancy">
      <Heading className="po-vacancy-title">
        <Link href={`/jobs/${posting.number}`}>{posting.title}</Link>
      </Heading>
      <p>{posting.summary}</p>
      <ul className="po-vacancy-facts">
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
    </article>
  );
}
