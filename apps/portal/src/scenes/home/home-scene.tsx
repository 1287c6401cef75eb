import { PortalPage, Skeleton } from '@muster/ui';
import { lazy, Suspense } from 'react';
import { useIsOfficer, useSession } from '../../data/session.js';
import { PublicHome } from './public-home.js';

const OfficerHome = lazy(async () => ({ default: (await import('./officer-home.js')).OfficerHome }));

/** The first page: vacancies for everybody, help for those who serve. */
export function HomeScene() {
  const { isPending } = useSession();
  const isOfficer = useIsOfficer();
  const skeleton = (
    <PortalPage width="wide">
      <Skeleton shape="page" />
    </PortalPage>
  );
  if (isPending) return skeleton;
  if (!isOfficer) return <PublicHome />;
  return (
    <Suspense fallback={skeleton}>
      <OfficerHome />
    </Suspense>
  );
}
