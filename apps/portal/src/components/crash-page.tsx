import { Button, PortalPage } from '@muster/ui';
import { useEffect } from 'react';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { PageHead } from './page-head.js';

/** Shown in place of a page that failed, or whose code could not be fetched. */
export function CrashPage() {
  return <PortalPage>{navigator.onLine ? <Crashed /> : <CutOff />}</PortalPage>;
}

function Crashed() {
  const t = useFrameText();
  return (
    <>
      <PageHead title={t('state.crashed.title')} lead={t('state.crashed.text')} />
      <Button variant="primary" onPress={() => window.location.reload()}>
        {t('state.crashed.action')}
      </Button>
    </>
  );
}

/** Loading the page again without a connection would lose it, so it waits for one. */
function CutOff() {
  const t = useFrameText();
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return <PageHead title={t('state.offline.title')} lead={t('state.offline.waiting')} />;
}
