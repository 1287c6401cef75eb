import type { MyApplication } from '@muster/client';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  RadioGroup,
  Stack,
  TextArea,
  useFormats,
  useHeadingFocus,
} from '@muster/ui';
import { useState } from 'react';
import { OwnApplication } from '../../components/own-application.js';
import { PageHead } from '../../components/page-head.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useAskForReview } from '../../data/applications.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useMyText } from '../../messages/my/use-my-text.js';

const longestReason = 2000;

/** Asking to have a decision looked at again: what it is, what happens then, why, and a calm page afterwards. */
export function ReviewScene() {
  const t = useMyText();
  const asking = useAskForReview();
  useHeadingFocus(asking.isSuccess ? 'asked' : 'form');
  return (
    <OwnApplication
      isFor={(application) => application.reviews.open.length > 0}
      missing={{ title: t('review.none.title'), text: t('review.none.text') }}
      done={asking.isSuccess ? <Asked application={asking.data} /> : undefined}
    >
      {(application) => <ReviewForm application={application} asking={asking} />}
    </OwnApplication>
  );
}

function ReviewForm({
  application,
  asking,
}: {
  readonly application: MyApplication;
  readonly asking: ReturnType<typeof useAskForReview>;
}) {
  const t = useMyText();
  const formats = useFormats();
  const { key: clientKey } = useClientKey();
  const { open } = application.reviews;
  const [chosen, setChosen] = useState(open[0]?.decision ?? null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const decision = open.find((each) => each.decision === chosen);
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || decision === undefined) return;
    asking.mutate({
      applicationId: application.id,
      decision: decision.decision,
      reason: reason.trim(),
      clientKey,
    });
  };
  return (
    <>
      <PageHead
        title={t('review.ask')}
        lead={application.postingTitle}
        back={{ href: `/my/${application.id}`, label: t('title') }}
      />
      <Form onSubmit={submit}>
        <Stack gap="section">
          {open.length > 1 ? (
            <RadioGroup
              label={t('review.which')}
              isTile
              options={open.map((each) => ({ value: each.decision, label: each.what }))}
              value={chosen}
              onChange={setChosen}
            />
          ) : (
            <section>
              <h2 className="po-section-title">{t('review.decision')}</h2>
              <p>{decision?.what}</p>
            </section>
          )}
          <section>
            <h2 className="po-section-title">{t('review.what.title')}</h2>
            <ul className="po-points">
              <li>{t('review.what.other')}</li>
              <li>{t('review.what.told')}</li>
              <li>{t('review.what.once')}</li>
              {decision?.until != null && (
                <li>{t('review.what.until', { day: formats.day(decision.until) })}</li>
              )}
            </ul>
          </section>
          <TextArea
            label={t('review.reason')}
            description={t('review.reasonWhy')}
            rows={6}
            maxLength={longestReason}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setMissing(false);
            }}
            error={isMissing ? t('review.reason.missing') : undefined}
          />
          <ProblemAlert title={t('review.failed')} error={asking.error} />
          <ButtonRow>
            <Button type="submit" variant="primary" isPending={asking.isPending}>
              {t('review.submit')}
            </Button>
            <ButtonLink href={`/my/${application.id}`}>{t('review.keep')}</ButtonLink>
          </ButtonRow>
        </Stack>
      </Form>
    </>
  );
}

function Asked({ application }: { readonly application: MyApplication }) {
  const t = useMyText();
  return (
    <>
      <PageHead title={t('review.done.title')} lead={application.postingTitle} />
      <div className="mu-prose po-section-head">
        <p>{application.reviews.last?.text}</p>
        <p>{t('review.done.text')}</p>
      </div>
      <ButtonRow>
        <ButtonLink variant="primary" href={`/my/${application.id}`}>
          {t('withdraw.done.my')}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
