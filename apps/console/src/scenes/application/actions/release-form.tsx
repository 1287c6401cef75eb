import { useReleaseHold } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** Ends a hold; what it stopped goes on where it was. */
export function ReleaseForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(`${view.id}.release.${target.step}`, { reason: '' }, () => ({}));
  const pending = useReleaseHold(view, () => {
    form.clear();
    onDone();
  });
  const isPossible = view.actions.some((action) => action.kind === 'release' && action.step === target.step);
  if (!isPossible) return <Unavailable />;
  const send = () =>
    form.submit(({ reason }) =>
      pending.send({
        ...(target.step !== null && { step: target.step }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      }),
    );
  return (
    <ActionForm kind="release" change={pending} onSubmit={send} onCancel={onCancel}>
      <p>{t('form.release.why')}</p>
      <ReasonField form={form} isOptional />
    </ActionForm>
  );
}
