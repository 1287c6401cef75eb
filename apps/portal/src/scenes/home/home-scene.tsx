import { PortalPage, Skeleton } from '@muster/ui';
import { lazy, Suspense } from 'react';
import { useIsOfficer, useSession } from '../../data/session.js';
import { PublicHome } from './public-home.js';

const OfficerHome = lazy(async () => ({ default: (await import('./officer-home.js')).OfficerHome }));

/** The first page: vacancies for everybody, help for those who serve. */
export function HomeScene() {
  const { isPending } = useSession();
  const isOfficer = useIsOfficer();
  const skeleton = <Skeleton shape="page" />;
  return (
    <PortalPage width="wide">
      {isPending && skeleton}
      {!isPending && !isOfficer && <PublicHome />}
      {isOfficer && (
        <Suspense fallback={skeleton}>
          <OfficerHome />
        </Suspense>
      )}
    </PortalPage>
  );
}
