import { ButtonLink, EmptyState, useDocumentTitle } from '@muster/ui';
import { useFrameText } from '../../messages/frame/use-frame-text.js';

/** Shown for every address that no page has. */
export function NotFoundScene() {
  const t = useFrameText();
  useDocumentTitle(t('state.missing.title'));
  return (
    <EmptyState
      isPage
      title={t('state.missing.title')}
      action={<ButtonLink href="/">{t('state.missing.home')}</ButtonLink>}
    >
      {t('state.missing.text')}
    </EmptyState>
  );
}
