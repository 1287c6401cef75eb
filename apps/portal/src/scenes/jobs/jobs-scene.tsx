import { EmptyState, PortalPage, Skeleton, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useVacancies } from '../../data/vacancies.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';
import { VacancyCard } from './vacancy-card.js';

/** All open vacancies. */
export function JobsScene() {
  const t = useVacancyText();
  return (
    <PortalPage width="wide">
      <PageHead title={t('jobs.title')} lead={t('jobs.lead')} />
      <QueryView query={useVacancies()} skeleton={<Skeleton shape="card" count={3} />}>
        {(postings) =>
          postings.length === 0 ? (
            <EmptyState title={t('jobs.empty.title')}>{t('jobs.empty.text')}</EmptyState>
          ) : (
            <Stack>
              {postings.map((posting) => (
                <VacancyCard key={posting.number} posting={posting} level={2} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </PortalPage>
  );
}
