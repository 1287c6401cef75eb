import type { RecordReview } from '@muster/client';
import { dayInZone } from '@muster/kernel';
import { RadioGroup, Select, TextArea, useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { useRecordReview } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

type Channel = RecordReview['channel'];
const channels: readonly Channel[] = ['phone', 'letter', 'email', 'in_person'];

/** A request for a review that did not come through the portal. */
export function RecordReviewForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const today = dayInZone(Date.now(), timeZone);
  const { reviewable } = view;
  const form = useActionForm(
    `${view.id}.record_review`,
    {
      decision: reviewable[0]?.decision ?? '',
      channel: null as Channel | null,
      receivedOn: today,
      reason: '',
    },
    ({ channel, receivedOn, reason }) => ({
      channel: channel === null ? t('form.missing.choice') : undefined,
      receivedOn:
        receivedOn === '' ? t('form.missing.day') : receivedOn > today ? t('form.future') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useRecordReview(view, () => {
    form.clear();
    onDone();
  });
  const decision = reviewable.find((each) => each.decision === values.decision) ?? reviewable[0];
  if (decision === undefined) return <Unavailable />;
  const send = () =>
    form.submit(({ channel, receivedOn, reason }) => {
      if (channel === null) return;
      pending.send({ decision: decision.decision, channel, receivedOn, reason: reason.trim() });
    });
  return (
    <ActionForm kind="record_review" change={pending} onSubmit={send} onCancel={onCancel}>
      <Select
        label={t('form.review.of')}
        options={reviewable.map((each) => ({ value: each.decision, label: each.label }))}
        value={decision.decision}
        onChange={(next) => change({ decision: next })}
      />
      <RadioGroup
        label={t('form.channel')}
        options={channels.map((value) => ({ value, label: t(`form.channel.${value}`) }))}
        value={values.channel}
        onChange={(value) => change({ channel: channels.find((each) => each === value) ?? null })}
        error={errors.channel}
      />
      <DayField
        label={t('form.receivedOn')}
        value={values.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
        error={errors.receivedOn}
      />
      <TextArea
        label={t('form.review.reason')}
        rows={4}
        maxLength={2000}
        value={values.reason}
        onChange={(reason) => change({ reason })}
        error={errors.reason}
      />
    </ActionForm>
  );
}
