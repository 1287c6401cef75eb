import { ButtonLink, EmptyState, Link, PortalPage, ProcessList, Skeleton, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { usePerson } from '../../data/session.js';
import { useVacancies } from '../../data/vacancies.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';
import { VacancyCard } from '../jobs/vacancy-card.js';
import { Ridge } from './ridge.js';
import './home.css';

const ways = ['choose', 'answer', 'follow'] as const;
const mostShown = 4;

/** What one can do here, what is open, and how applying works. */
export function PublicHome() {
  const t = useVacancyText();
  const person = usePerson();
  return (
    <>
      <div className="po-hero">
        <Ridge />
        <PortalPage width="wide">
          <PageHead title={t('home.title')} windowTitle={t('home.windowTitle')} lead={t('home.lead')} />
          <ButtonLink href={person ? '/my' : '/jobs'}>
            {t(person ? 'home.signedIn.action' : 'home.allVacancies')}
          </ButtonLink>
        </PortalPage>
      </div>
      <PortalPage width="wide">
        <Stack gap="section">
          <Vacancies />
          <section>
            <h2 className="po-section-head">{t('home.how.title')}</h2>
            <ProcessList
              label={t('home.how.title')}
              steps={ways.map((way) => ({
                id: way,
                title: t(`home.how.${way}.title`),
                state: 'plain',
                detail: t(`home.how.${way}.text`),
              }))}
            />
          </section>
          {person === null && (
            <p>{t.rich('home.applied', { signIn: (words) => <Link href="/sign-in">{words}</Link> })}</p>
          )}
        </Stack>
      </PortalPage>
    </>
  );
}

function Vacancies() {
  const t = useVacancyText();
  return (
    <section>
      <h2 className="po-section-head">{t('home.vacancies')}</h2>
      <QueryView query={useVacancies()} skeleton={<Skeleton shape="card" count={2} />}>
        {(postings) =>
          postings.length === 0 ? (
            <EmptyState title={t('jobs.empty.title')}>{t('jobs.empty.text')}</EmptyState>
          ) : (
            <Stack>
              {postings.slice(0, mostShown).map((posting) => (
                <VacancyCard key={posting.number} posting={posting} level={3} />
              ))}
              {postings.length > mostShown && <Link href="/jobs">{t('home.allVacancies')}</Link>}
            </Stack>
          )
        }
      </QueryView>
    </section>
  );
}
