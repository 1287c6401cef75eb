import { ButtonLink, EmptyState, Link, ProcessList, Skeleton, Stack, SummaryBox } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { usePerson } from '../../data/session.js';
import { useVacancies } from '../../data/vacancies.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';
import { VacancyCard } from '../jobs/vacancy-card.js';

const ways = ['choose', 'answer', 'follow'] as const;

/** What the agency does, what is open, and how applying works. */
export function PublicHome() {
  const t = useVacancyText();
  const person = usePerson();
  return (
    <>
      <PageHead title={t('home.title')} windowTitle={t('home.windowTitle')} lead={t('home.lead')} />
      <Stack gap="section">
        {person && (
          <SummaryBox
            title={t('home.signedIn.title')}
            actions={
              <ButtonLink variant="primary" href="/my">
                {t('home.signedIn.action')}
              </ButtonLink>
            }
          >
            <p>{t('home.signedIn.text')}</p>
          </SummaryBox>
        )}
        <Vacancies />
        <section>
          <h2 className="po-section-head">{t('home.how.title')}</h2>
          <ProcessList
            label={t('home.how.title')}
            steps={ways.map((way) => ({
              id: way,
              title: t(`home.how.${way}.title`),
              state: 'upcoming',
              stateText: t(`home.how.${way}.text`),
            }))}
          />
        </section>
        {person === null && (
          <p>{t.rich('home.applied', { signIn: (words) => <Link href="/sign-in">{words}</Link> })}</p>
        )}
      </Stack>
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
              {postings.slice(0, 4).map((posting) => (
                <VacancyCard key={posting.number} posting={posting} level={3} />
              ))}
              {postings.length > 4 && <Link href="/jobs">{t('home.allVacancies')}</Link>}
            </Stack>
          )
        }
      </QueryView>
    </section>
  );
}
