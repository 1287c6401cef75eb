import { PortalPage, Skeleton } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { QueryView } from '../../components/query-view.js';
import { useMyDetails } from '../../data/details.js';
import { useAccountText } from '../../messages/account/use-account-text.js';
import { DetailsForm } from './details-form.js';

/** How the person can be reached, and in which language. */
export function DetailsScene() {
  const t = useAccountText();
  return (
    <PortalPage>
      <PageHead title={t('details.title')} lead={t('details.lead')} />
      <QueryView query={useMyDetails()} skeleton={<Skeleton shape="card" count={3} />}>
        {(details) => <DetailsForm details={details} />}
      </QueryView>
    </PortalPage>
  );
}
