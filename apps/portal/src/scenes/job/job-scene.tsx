import { PortalPage, Skeleton } from '@muster/ui';
import { useParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useVacancy } from '../../data/vacancies.js';
import { useVacancyText } from '../../messages/vacancies/use-vacancy-text.js';
import { JobPosting } from './job-posting.js';

/** One vacancy: what the work is, what it pays, what happens step by step, and the way to apply. */
export function JobScene() {
  const t = useVacancyText();
  const { number = '' } = useParams();
  return (
    <PortalPage>
      <QueryView
        query={useVacancy(number)}
        skeleton={<Skeleton shape="page" />}
        missing={{ title: t('job.gone.title'), text: t('job.gone.text') }}
        isPage
      >
        {(posting) => <JobPosting posting={posting} />}
      </QueryView>
    </PortalPage>
  );
}
