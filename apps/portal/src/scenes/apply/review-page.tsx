import type { QuestionnaireScreen } from '@muster/client';
import { Button, DefinitionList, Form, Link, Stack, ThumbBar, useFormats } from '@muster/ui';
import { useNavigate } from 'react-router';
import { PageHead } from '../../components/page-head.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useSubmit } from '../../data/questionnaire.js';
import { useApplyText } from '../../messages/apply/use-apply-text.js';
import { questionAddress } from './screen-address.js';

/** All answers before they are sent, each with the way to change it. */
export function ReviewPage({
  screen,
  review,
}: {
  readonly screen: QuestionnaireScreen;
  readonly review: NonNullable<QuestionnaireScreen['review']>;
}) {
  const t = useApplyText();
  const formats = useFormats();
  const { applicationId, savedAt } = screen;
  const navigate = useNavigate();
  const submit = useSubmit();
  const send = () =>
    submit.mutate(
      { applicationId },
      { onSuccess: () => void navigate(`/apply/${applicationId}/sent`, { replace: true }) },
    );
  return (
    <>
      <PageHead title={t('review.title')} lead={t('review.lead')} />
      <Form onSubmit={send}>
        <Stack>
          <DefinitionList
            items={review.map(({ key, text, answer }) => ({
              term: text,
              value: <span className="po-lines">{answer}</span>,
              action: (
                <Link
                  href={questionAddress(applicationId, key)}
                  aria-label={t('review.changeWhat', { question: text })}
                >
                  {t('review.change')}
                </Link>
              ),
            }))}
          />
          <p>{t('review.truth')}</p>
          <ProblemAlert title={t('review.failed')} error={submit.error} />
        </Stack>
        <ThumbBar note={savedAt === null ? undefined : t('saved', { time: formats.time(savedAt) })}>
          <Button type="submit" variant="primary" isPending={submit.isPending}>
            {t('review.send')}
          </Button>
        </ThumbBar>
      </Form>
    </>
  );
}
