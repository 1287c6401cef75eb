import { PortalShell, UiRoot } from '@muster/ui';
import { Outlet } from 'react-router';
import { useText } from '../messages/messages.js';

/** The frame around every page of the portal. */
export function PortalFrame() {
  return (
    <UiRoot density="roomy">
      <Shell />
    </UiRoot>
  );
}

function Shell() {
  const t = useText();
  return (
    <PortalShell
      agency={{ name: t('agency.name'), href: '/' }}
      nav={[{ href: '/', label: t('nav.vacancies'), isExact: true }]}
      footerLinks={[
        { href: '/accessibility', label: t('footer.accessibility') },
        { href: '/privacy', label: t('footer.privacy') },
        { href: '/use', label: t('footer.use') },
      ]}
    >
      <Outlet />
    </PortalShell>
  );
}
