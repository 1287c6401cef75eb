import { ButtonLink } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';

/** The application was sent before; its answers stand. */
export function AlreadySent({ applicationId }: { readonly applicationId: string }) {
  const t = useApplyText();
  return (
    <>
      <PageHead title={t('done.title')} lead={t('done.text')} />
      <ButtonLink variant="primary" href={`/my/${applicationId}`}>
        {t('sent.my')}
      </ButtonLink>
    </>
  );
}
