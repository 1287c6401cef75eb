import { ButtonLink, EmptyState, PortalPage, useDocumentTitle } from '@muster/ui';
import { useText } from '../../messages/messages.js';

/** Shown for every address that no page has. */
export function NotFoundScene() {
  const t = useText();
  useDocumentTitle(t('notFound.title'));
  return (
    <PortalPage>
      <EmptyState title={t('notFound.title')} action={<ButtonLink href="/">{t('notFound.home')}</ButtonLink>}>
        {t('notFound.text')}
      </EmptyState>
    </PortalPage>
  );
}
