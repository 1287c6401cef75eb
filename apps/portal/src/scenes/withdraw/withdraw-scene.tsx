import type { MyApplication } from '@muster/client';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  RadioGroup,
  Stack,
  TextArea,
  useHeadingFocus,
} from '@muster/ui';
import { useState } from 'react';
import { OwnApplication } from '../../components/own-application.js';
import { PageHead } from '../../components/page-head.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { useWithdraw } from '../../data/applications.js';
import { useClientKey } from '../../hooks/use-client-key.js';
import { useMyText } from '../../messages/my/use-my-text.js';
import { Withdrawn } from './withdrawn.js';

const reasons = ['other_work', 'too_long', 'place', 'health', 'pay', 'other'] as const;
const longestRemark = 200;

/** Taking an application back: what happens then, why, and a calm page afterwards. */
export function WithdrawScene() {
  const withdraw = useWithdraw();
  useHeadingFocus(withdraw.isSuccess ? 'withdrawn' : 'form');
  return (
    <OwnApplication
      isFor={(application) => application.canWithdraw}
      done={withdraw.isSuccess ? <Withdrawn application={withdraw.data} /> : undefined}
    >
      {(application) => <WithdrawForm application={application} withdraw={withdraw} />}
    </OwnApplication>
  );
}

function WithdrawForm({
  application,
  withdraw,
}: {
  readonly application: MyApplication;
  readonly withdraw: ReturnType<typeof useWithdraw>;
}) {
  const t = useMyText();
  const { key: clientKey } = useClientKey();
  const [reason, setReason] = useState<string | null>(null);
  const [remark, setRemark] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const chosen = reasons.find((each) => each === reason);
    setMissing(chosen === undefined);
    if (chosen === undefined) return;
    const words = [t(`withdraw.reason.${chosen}`), remark.trim()].filter((text) => text !== '').join('. ');
    withdraw.mutate({ applicationId: application.id, reason: words, clientKey });
  };
  return (
    <>
      <PageHead
        title={t('withdraw.title')}
        lead={application.postingTitle}
        back={{ href: `/my/${application.id}`, label: t('title') }}
      />
      <Form onSubmit={submit}>
        <Stack gap="section">
          <section>
            <h2 className="po-section-title">{t('withdraw.what.title')}</h2>
            <ul className="po-points">
              <li>{t('withdraw.what.stop')}</li>
              <li>{t('withdraw.what.again')}</li>
              <li>{t('withdraw.what.final')}</li>
            </ul>
          </section>
          <RadioGroup
            label={t('withdraw.reason')}
            description={t('withdraw.reasonWhy')}
            isTile
            options={reasons.map((each) => ({ value: each, label: t(`withdraw.reason.${each}`) }))}
            value={reason}
            onChange={(value) => {
              setReason(value);
              setMissing(false);
            }}
            error={isMissing ? t('withdraw.reason.missing') : undefined}
          />
          <TextArea
            label={t('withdraw.remark')}
            isOptional
            rows={3}
            maxLength={longestRemark}
            value={remark}
            onChange={setRemark}
          />
          <ProblemAlert title={t('withdraw.failed')} error={withdraw.error} />
          <ButtonRow>
            <Button type="submit" variant="danger" isPending={withdraw.isPending}>
              {t('withdraw.submit')}
            </Button>
            <ButtonLink href={`/my/${application.id}`}>{t('withdraw.keep')}</ButtonLink>
          </ButtonRow>
        </Stack>
      </Form>
    </>
  );
}
