import { Button, PortalPage } from '@muster/ui';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { PageHead } from './page-head.js';

/** Shown in place of a page that failed. */
export function CrashPage() {
  const t = useFrameText();
  return (
    <PortalPage>
      <PageHead title={t('state.crashed.title')} lead={t('state.crashed.text')} />
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t('state.crashed.action')}
      </Button>
    </PortalPage>
  );
}
