import { PortalPage } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useCaseText } from '../../messages/cases/use-case-text.js';
import { NewCaseForm } from './new-case-form.js';

/** Asking support: articles that may answer come first, while the subject is typed. */
export function NewCaseScene() {
  const t = useCaseText();
  return (
    <PortalPage>
      <PageHead
        title={t('new.title')}
        lead={t('new.lead')}
        back={{ href: '/cases', label: t('case.back') }}
      />
      <NewCaseForm />
    </PortalPage>
  );
}
