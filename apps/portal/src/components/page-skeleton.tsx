import { PortalPage, Skeleton } from '@muster/ui';

/** While the code of a page is on its way. */
export function PageSkeleton() {
  return (
    <PortalPage>
      <Skeleton shape="page" />
    </PortalPage>
  );
}
