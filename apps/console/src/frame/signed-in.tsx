import { Button, ButtonLink, DeniedState, ErrorState, Skeleton, useDocumentTitle } from '@muster/ui';
import { Navigate, useLocation } from 'react-router';
import { portalAddress } from '../data/portal-address.js';
import { useSession, useSignOut } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { ConsoleFrame } from './console-frame.js';
import './signed-in.css';

/** Lets staff in, sends guests to sign in and back, and tells others where their account works. */
export function SignedIn() {
  const t = useFrameText();
  const { data: session, isPending, refetch } = useSession();
  const { pathname, search } = useLocation();
  if (isPending) {
    return (
      <main className="console-before">
        <Skeleton shape="page" />
      </main>
    );
  }
  if (session === undefined) {
    return (
      <main className="console-alone">
        <ErrorState isPage title={t('state.loadFailed')} onRetry={() => void refetch()}>
          <p>{t('problem.Offline')}</p>
        </ErrorState>
      </main>
    );
  }
  if (session.user === null) {
    const next = `${pathname}${search}`;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (!session.apps.includes('console')) {
    return <OtherApp name={session.user.name} agency={session.agency.name} />;
  }
  return <ConsoleFrame session={session} />;
}

function OtherApp({ name, agency }: { readonly name: string; readonly agency: string }) {
  const t = useFrameText();
  const { mutate: signOut } = useSignOut();
  useDocumentTitle(t('denied.app.title'));
  return (
    <main className="console-alone">
      <DeniedState
        isPage
        title={t('denied.app.title')}
        grantedBy={t('denied.app.grant', { agency })}
        action={
          <div className="console-alone-actions">
            <ButtonLink href={portalAddress('/')} variant="primary">
              {t('denied.app.portal')}
            </ButtonLink>
            <Button onPress={() => signOut()}>{t('denied.app.other')}</Button>
          </div>
        }
      >
        {t('denied.app.text', { name })}
      </DeniedState>
    </main>
  );
}
