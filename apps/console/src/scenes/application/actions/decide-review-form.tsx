import type { DecideReview } from '@muster/client';
import { RadioGroup } from '@muster/ui';
import { useDecideReview } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

type Decision = DecideReview['decision'];

/** Decides whether a decision stands; the candidate reads why. */
export function DecideReviewForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(
    `${view.id}.decide_review`,
    { decision: null as Decision | null, reason: '' },
    ({ decision, reason }) => ({
      decision: decision === null ? t('form.missing.choice') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useDecideReview(view, () => {
    form.clear();
    onDone();
  });
  if (!view.actions.some((action) => action.kind === 'decide_review')) return <Unavailable />;
  const send = () =>
    form.submit(({ decision, reason }) => {
      if (decision !== null) pending.send({ decision, reason: reason.trim() });
    });
  return (
    <ActionForm kind="decide_review" change={pending} onSubmit={send} onCancel={onCancel}>
      <RadioGroup
        label={t('form.decision')}
        options={[
          { value: 'uphold', label: t('form.review.uphold'), description: t('form.review.uphold.why') },
          { value: 'change', label: t('form.review.change'), description: t('form.review.change.why') },
        ]}
        value={values.decision}
        onChange={(decision) => change({ decision: decision === 'change' ? 'change' : 'uphold' })}
        error={errors.decision}
      />
      <ReasonField form={form} isTold longest={1000} />
    </ActionForm>
  );
}
