import type { WaitingOn } from '@muster/client';
import { RadioGroup, Select, TextArea } from '@muster/ui';
import { useSetWaitingOn } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { useFrameText } from '../../../messages/frame/use-frame-text.js';
import { waitingSteps } from '../action-target.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

const parties: readonly WaitingOn[] = ['candidate', 'agency', 'third_party'];

/** On whom a step waits from now on, and why: the split of the clock rests on it. */
export function WaitingOnForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const frame = useFrameText();
  const steps = waitingSteps(view);
  const form = useActionForm(
    `${view.id}.waiting_on.${target.step}`,
    { step: target.step ?? steps[0]?.step ?? '', party: null as WaitingOn | null, reason: '' },
    ({ party, reason }) => ({
      party: party === null ? t('form.missing.choice') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
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
      <RadioGroup
        label={t('form.party')}
        options={parties.map((value) => ({ value, label: frame(`party.${value}`) }))}
        value={values.party}
        onChange={(value) => change({ party: parties.find((party) => party === value) ?? null })}
        error={errors.party}
      />
      <TextArea
        label={t('form.reason')}
        description={t('form.reason.why')}
        rows={3}
        maxLength={255}
        value={values.reason}
        onChange={(reason) => change({ reason })}
        error={errors.reason}
      />
    </ActionForm>
  );
}
