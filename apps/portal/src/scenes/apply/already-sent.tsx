import type { QuestionnaireScreen } from '@muster/client';
import { ButtonLink, DefinitionList, Stack } from '@muster/ui';
import { PageHead } from '../../components/page-head.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';

/** The application was sent before; its answers stand, and can be read. */
export function AlreadySent({ screen: { applicationId, review } }: { readonly screen: QuestionnaireScreen }) {
  const t = useApplyText();
  const back = `/my/${applicationId}`;
  return (
    <>
      <PageHead title={t('done.title')} lead={t('done.text')} back={{ href: back, label: t('done.back') }} />
      <Stack gap="section">
        {review !== null && (
          <DefinitionList
            items={review.map(({ text, answer }) => ({
              term: text,
              value: <span className="po-lines">{answer}</span>,
            }))}
          />
        )}
        <div>
          <ButtonLink href={back}>{t('sent.my')}</ButtonLink>
        </div>
      </Stack>
    </>
  );
}
