import { PortalPage } from '@muster/ui';
import { useParams } from 'react-router';
import { ProblemState } from '../../components/problem-state.js';
import { QueryView } from '../../components/query-view.js';
import { useMyApplications } from '../../data/applications.js';
import { useMyText } from '../../messages/my/use-my-text.js';
import { ApplicationPage } from './application-page.js';
import { ApplicationSkeleton } from './application-skeleton.js';

/** One of the person's applications. */
export function MyOneScene() {
  const t = useMyText();
  const { applicationId } = useParams();
  return (
    <PortalPage>
      <QueryView query={useMyApplications()} skeleton={<ApplicationSkeleton />} isPage>
        {(applications) => {
          const application = applications.find(({ id }) => id === applicationId);
          if (application === undefined) {
            const missing = { title: t('gone.title'), text: t('gone.text') };
            return <ProblemState problem={{ kind: 'Missing' }} missing={missing} isPage />;
          }
          return <ApplicationPage application={application} hasOthers={applications.length > 1} />;
        }}
      </QueryView>
    </PortalPage>
  );
}
