import type { MyApplication } from '@muster/client';
import { Button, ButtonLink, ButtonRow, Form, RadioGroup, Stack, useToasts } from '@muster/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { OwnApplication } from '../../components/own-application.js';
import { PageHead } from '../../components/page-head.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useAnswerOffer } from '../../data/applications.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useDueWords } from '../../hooks/use-due-words.js';
import { useMyText } from '../../messages/my/use-my-text.js';

/** Accepting or declining an offer. */
export function OfferScene() {
  const t = useMyText();
  return (
    <OwnApplication
      isFor={({ action }) => action?.kind === 'answer_offer'}
      missing={{ title: t('offer.none.title'), text: t('offer.none.text') }}
    >
      {(application) => <Offer application={application} />}
    </OwnApplication>
  );
}

function Offer({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  const due = useDueWords();
  const navigate = useNavigate();
  const toasts = useToasts();
  const answer = useAnswerOffer();
  const { key: clientKey } = useClientKey();
  const [choice, setChoice] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const back = `/my/${application.id}`;
  const by = application.action?.by;
  const day = by == null ? null : due(by);
  const submit = () => {
    setMissing(choice === null);
    if (choice === null) return;
    const accept = choice === 'accept';
    answer.mutate(
      { applicationId: application.id, accept, clientKey },
      {
        onSuccess: () => {
          toasts.show(t(accept ? 'offer.accepted' : 'offer.declined'));
          void navigate(back, { replace: true });
        },
      },
    );
  };
  return (
    <>
      <PageHead
        title={t('offer.title')}
        lead={application.postingTitle}
        back={{ href: back, label: t('title') }}
      />
      <Form onSubmit={submit}>
        <Stack gap="section">
          {day !== null && (
            <p>
              <strong>{t('offer.by', { day: day.day, inDays: day.inDays })}</strong> {t('offer.read')}
            </p>
          )}
          <RadioGroup
            label={t('offer.question')}
            isTile
            options={[
              { value: 'accept', label: t('offer.accept'), description: t('offer.accept.text') },
              { value: 'decline', label: t('offer.decline'), description: t('offer.decline.text') },
            ]}
            value={choice}
            onChange={(value) => {
              setChoice(value);
              setMissing(false);
            }}
            error={isMissing ? t('offer.missing') : undefined}
          />
          <ProblemAlert title={t('offer.failed')} error={answer.error} />
          <ButtonRow>
            <Button type="submit" variant="primary" isPending={answer.isPending}>
              {t('offer.submit')}
            </Button>
            <ButtonLink href={back}>{t('offer.later')}</ButtonLink>
          </ButtonRow>
        </Stack>
      </Form>
    </>
  );
}
