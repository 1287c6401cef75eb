import { Skeleton, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** The shape of the page of an application while it is on its way. */
export function ApplicationSkeleton() {
  const t = useMyText();
  return (
    <>
      <PageHead title={t('title')} lead={<Skeleton shape="text" count={2} />} />
      <Stack gap="section">
        <Skeleton shape="card" count={1} />
        <Skeleton shape="text" count={3} />
        <Skeleton shape="text" count={4} />
      </Stack>
    </>
  );
}
