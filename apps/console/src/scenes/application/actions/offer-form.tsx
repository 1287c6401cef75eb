import { dayInZone, daysAfter } from '@muster/kernel';
import { useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { useMakeOffer } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

const usualDays = 14;

/** The conditional or the final offer, with the last day to answer it. */
export function OfferForm({
  view,
  kind,
  onDone,
  onCancel,
}: FormProps & { readonly kind: 'conditional_offer' | 'final_offer' }) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const today = dayInZone(Date.now(), timeZone);
  const form = useActionForm(
    `${view.id}.${kind}`,
    { answerBy: daysAfter(today, usualDays) },
    ({ answerBy }) => ({
      answerBy: answerBy === '' ? t('form.missing.day') : answerBy < today ? t('form.past') : undefined,
    }),
  );
  const pending = useMakeOffer(view, () => {
    form.clear();
    onDone();
  });
  if (!view.actions.some((action) => action.kind === kind)) return <Unavailable />;
  const send = () =>
    form.submit(({ answerBy }) =>
      pending.send({ kind: kind === 'conditional_offer' ? 'conditional' : 'final', answerBy }),
    );
  return (
    <ActionForm kind={kind} change={pending} onSubmit={send} onCancel={onCancel}>
      <DayField
        label={t('form.answerBy')}
        description={t('form.answerBy.why')}
        value={form.values.answerBy}
        onChange={(answerBy) => form.change({ answerBy })}
        error={form.errors.answerBy}
      />
    </ActionForm>
  );
}
