import type { WaitingOn } from '@muster/client';
import { Select } from '@muster/ui';
import { useSetWaitingOn } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { waitingSteps } from '../action-target.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { PartyField } from './party-field.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** On whom a step waits from now on, and why: the split of the clock rests on it. */
export function WaitingOnForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const steps = waitingSteps(view);
  const form = useActionForm(
    `${view.id}.waiting_on.${target.step}`,
    { step: target.step ?? steps[0]?.step ?? '', party: null as WaitingOn | null, reason: '' },
    ({ party, reason }) => ({
      party: party === null ? t('form.missing.choice') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change } = form;
  const pending = useSetWaitingOn(view, () => {
    form.clear();
    onDone();
  });
  const step = steps.find((each) => each.step === values.step);
  if (step === undefined) return <Unavailable />;
  const send = () =>
    form.submit(({ party, reason }) => {
      if (party !== null) pending.send({ step: step.step, waitingOn: party, reason: reason.trim() });
    });
  return (
    <ActionForm kind="waiting_on" change={pending} onSubmit={send} onCancel={onCancel}>
      <Select
        label={t('form.step')}
        options={steps.map((each) => ({ value: each.step, label: each.label }))}
        value={step.step}
        onChange={(next) => change({ step: next })}
      />
      <PartyField form={form} />
      <ReasonField form={form} />
    </ActionForm>
  );
}
