import type { MyApplication } from '@muster/client';
import { ButtonLink, EmptyState, PortalPage, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useMyApplications } from '../../data/applications.js';
import { useMyText } from '../../messages/my/use-my-text.js';
import { ApplicationCard } from './application-card.js';
import { ApplicationPage } from './application-page.js';
import { ApplicationSkeleton } from './application-skeleton.js';

/** The person's own application; a choice when there are several. */
export function MyScene() {
  return (
    <PortalPage>
      <QueryView query={useMyApplications()} skeleton={<ApplicationSkeleton />} isPage>
        {(applications) => <Mine applications={applications} />}
      </QueryView>
    </PortalPage>
  );
}

function Mine({ applications }: { readonly applications: readonly MyApplication[] }) {
  const t = useMyText();
  const [only, ...others] = applications;
  if (only === undefined) return <NoneYet />;
  if (others.length === 0) return <ApplicationPage application={only} />;
  return (
    <>
      <PageHead title={t('listTitle')} lead={t('listLead')} />
      <Stack>
        {applications.map((application) => (
          <ApplicationCard key={application.id} application={application} />
        ))}
      </Stack>
    </>
  );
}

function NoneYet() {
  const t = useMyText();
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState
        title={t('empty.title')}
        action={
          <ButtonLink variant="primary" href="/jobs">
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </>
  );
}
