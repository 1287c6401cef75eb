import { useWaiveStep } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** Does without a step that the process allows to be waived. */
export function WaiveForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(`${view.id}.waive.${target.step}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
  }));
  const pending = useWaiveStep(view, () => {
    form.clear();
    onDone();
  });
  const step = view.lanes.flatMap((lane) => lane.steps).find((each) => each.step === target.step);
  const isPossible = view.actions.some((action) => action.kind === 'waive' && action.step === target.step);
  if (step === undefined || !isPossible) return <Unavailable />;
  const send = () => form.submit(({ reason }) => pending.send({ step: step.step, reason: reason.trim() }));
  return (
    <ActionForm kind="waive" change={pending} onSubmit={send} onCancel={onCancel}>
      <p>{t('form.waive.why', { step: step.label })}</p>
      <ReasonField form={form} />
    </ActionForm>
  );
}
