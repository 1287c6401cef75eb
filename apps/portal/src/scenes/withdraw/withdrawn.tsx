import type { MyApplication } from '@muster/client';
import { ButtonLink, ButtonRow } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** What is said after an application was withdrawn. */
export function Withdrawn({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const again = application.closed?.mayApplyAgain;
  return (
    <>
      <PageHead title={t('withdraw.done.title')} lead={application.postingTitle} />
      <div className="mu-prose po-section-head">
        <p>{t('withdraw.done.text')}</p>
        {again && <p>{again}</p>}
      </div>
      <ButtonRow>
        <ButtonLink href={`/my/${application.id}`}>{t('withdraw.done.my')}</ButtonLink>
        <ButtonLink href="/jobs">{t('closed.vacancies')}</ButtonLink>
      </ButtonRow>
    </>
  );
}
