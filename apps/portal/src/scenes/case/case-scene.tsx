import { PortalPage, Skeleton } from '@muster/ui';
import { useParams } from 'react-router';
import { QueryView } from '../../components/query-view.js';
import { useMyCase } from '../../data/cases.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { CaseThread } from './case-thread.js';

/** One case: what was asked, what was answered, and a reply. */
export function CaseScene() {
  const t = useCaseText();
  const { id = '' } = useParams();
  return (
    <PortalPage>
      <QueryView
        query={useMyCase(id)}
        skeleton={<Skeleton shape="page" />}
        missing={{ title: t('case.gone.title'), text: t('case.gone.text') }}
        isPage
      >
        {(found) => <CaseThread found={found} />}
      </QueryView>
    </PortalPage>
  );
}
