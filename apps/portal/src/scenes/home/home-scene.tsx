import { PageHeader, PortalPage } from '@muster/ui';
import { useText } from '../../messages/messages.js';

/** The first page of the portal. */
export function HomeScene() {
  const t = useText();
  return (
    <PortalPage width="wide">
      <PageHeader title={t('home.title')} lead={t('home.lead')} />
    </PortalPage>
  );
}
