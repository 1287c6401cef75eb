import type { QuestionnaireScreen } from '@muster/client';
import { ButtonLink, ButtonRow, Link, Stack, SummaryBox } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { questionAddress } from './screen-address.js';

/** A legal minimum is not met: kind words, the rule, and what is possible instead. */
export function StopPage({
  screen,
  stop,
}: {
  readonly screen: QuestionnaireScreen;
  readonly stop: NonNullable<QuestionnaireScreen['stop']>;
}) {
  const t = useApplyText();
  const { applicationId, previousKey } = screen;
  return (
    <>
      <PageHead title={stop.title} />
      <Stack gap="section">
        <p>{stop.body}</p>
        <SummaryBox title={t('stop.possible')}>
          <p>{stop.mayApplyAgain}</p>
        </SummaryBox>
        <section className="mu-prose">
          <h2>{t('stop.rule')}</h2>
          <p>{stop.rule}</p>
          {previousKey !== null && (
            <p>
              {t.rich('stop.mistake', {
                back: (words) => <Link href={questionAddress(applicationId, previousKey)}>{words}</Link>,
              })}
            </p>
          )}
        </section>
        <ButtonRow>
          <ButtonLink href="/jobs">{t('stop.others')}</ButtonLink>
        </ButtonRow>
      </Stack>
    </>
  );
}
