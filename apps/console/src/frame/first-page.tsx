import { DeniedState, useDocumentTitle } from '@muster/ui';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useCan, useSession } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { navFor } from './nav.js';

/** The work queues for those who work them; others land on the first page they may open. */
export function FirstPage({ home }: { readonly home: ReactNode }) {
  const t = useFrameText();
  const can = useCan();
  const first = navFor(can, t)[0]?.items[0]?.href;
  if (first === '/') return home;
  return first === undefined ? <NothingHere /> : <Navigate to={first} replace />;
}

function NothingHere() {
  const t = useFrameText();
  const { data: session } = useSession();
  useDocumentTitle(t('denied.nothing.title'));
  return (
    <DeniedState
      isPage
      title={t('denied.nothing.title')}
      grantedBy={t('denied.app.grant', { agency: session?.agency.name ?? '' })}
    >
      <p>{t('denied.nothing.text', { name: session?.user?.name ?? '' })}</p>
    </DeniedState>
  );
}
