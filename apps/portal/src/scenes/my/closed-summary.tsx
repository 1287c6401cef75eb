import type { MyApplication } from '@muster/client';
import { ButtonLink, SummaryBox } from '@muster/ui';
import { useMyText } from '../../messages/my/use-my-text.js';

/** How it ended, and what is possible from here. */
export function ClosedSummary({
  application: { action, closed, postingNumber, status },
}: {
  readonly application: MyApplication;
}) {
  const t = useMyText();
  if (status === 'on_duty' || closed === null) {
    return (
      <SummaryBox
        title={t('onDuty.title')}
        actions={
          <ButtonLink variant="primary" href="/">
            {t('onDuty.action')}
          </ButtonLink>
        }
      >
        <p>{t('onDuty.text')}</p>
      </SummaryBox>
    );
  }
  return (
    <SummaryBox
      title={status === 'withdrawn' ? t('closed.withdrawn') : t('closed.title')}
      actions={
        <>
          {action?.kind === 'reapply' && (
            <ButtonLink variant="primary" href={`/jobs/${postingNumber}/apply`}>
              {action.label}
            </ButtonLink>
          )}
          <ButtonLink href="/jobs">{t('closed.vacancies')}</ButtonLink>
        </>
      }
    >
      {status !== 'withdrawn' && <p>{closed.reason}</p>}
      {closed.mayApplyAgain !== null && <p>{closed.mayApplyAgain}</p>}
    </SummaryBox>
  );
}
