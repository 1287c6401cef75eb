import { RadioGroup, Select } from '@muster/ui';
import { useAdjudicate } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

type Decision = 'reopen' | 'close';

/** Decides on what a gate or a finding has stopped, with the reason; closing names a disposition. */
export function AdjudicateForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(
    `${view.id}.adjudicate`,
    { decision: null as Decision | null, disposition: null as string | null, reason: '' },
    ({ decision, disposition, reason }) => ({
      decision: decision === null ? t('form.missing.choice') : undefined,
      disposition: decision === 'close' && disposition === null ? t('form.missing.choice') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useAdjudicate(view, () => {
    form.clear();
    onDone();
  });
  if (!view.actions.some((action) => action.kind === 'adjudicate')) return <Unavailable />;
  const send = () =>
    form.submit(({ decision, disposition, reason }) => {
      if (decision === null) return;
      pending.send({
        decision,
        reason: reason.trim(),
        ...(decision === 'close' && disposition !== null ? { disposition } : {}),
      });
    });
  return (
    <ActionForm kind="adjudicate" change={pending} onSubmit={send} onCancel={onCancel}>
      <RadioGroup
        label={t('form.decision')}
        options={[
          { value: 'reopen', label: t('form.decision.reopen') },
          { value: 'close', label: t('form.decision.close') },
        ]}
        value={values.decision}
        onChange={(decision) => change({ decision: decision === 'close' ? 'close' : 'reopen' })}
        error={errors.decision}
      />
      {values.decision === 'close' && (
        <Select
          label={t('form.disposition')}
          options={view.dispositions}
          value={values.disposition}
          onChange={(disposition) => change({ disposition })}
          error={errors.disposition}
        />
      )}
      <ReasonField form={form} />
    </ActionForm>
  );
}
