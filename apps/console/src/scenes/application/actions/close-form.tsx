import { Select } from '@muster/ui';
import { useCloseApplication } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** Ends an application with a disposition and a reason. */
export function CloseForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(
    `${view.id}.close`,
    { disposition: null as string | null, reason: '' },
    ({ disposition, reason }) => ({
      disposition: disposition === null ? t('form.missing.choice') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useCloseApplication(view, () => {
    form.clear();
    onDone();
  });
  if (!view.actions.some((action) => action.kind === 'close')) return <Unavailable />;
  const send = () =>
    form.submit(({ disposition, reason }) =>
      pending.send({ disposition: disposition ?? '', reason: reason.trim() }),
    );
  return (
    <ActionForm kind="close" change={pending} onSubmit={send} onCancel={onCancel}>
      <p>{t('form.close.why')}</p>
      <Select
        label={t('form.disposition')}
        options={view.dispositions}
        value={values.disposition}
        onChange={(disposition) => change({ disposition })}
        error={errors.disposition}
      />
      <ReasonField form={form} />
    </ActionForm>
  );
}
