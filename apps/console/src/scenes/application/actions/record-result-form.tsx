import { dayInZone } from '@muster/kernel';
import { RadioGroup, Select, useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { useRecordResult } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** The result of a step: what, when it happened, and why where that needs saying. */
export function RecordResultForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const today = dayInZone(Date.now(), timeZone);
  const steps = view.lanes.flatMap((lane) => lane.steps).filter((step) => step.outcomes.length > 0);
  const form = useActionForm(
    `${view.id}.record_result.${target.step}`,
    { step: target.step ?? steps[0]?.step ?? '', outcome: null as string | null, day: today, reason: '' },
    ({ outcome, day }) => ({
      outcome: outcome === null ? t('form.missing.choice') : undefined,
      day: day === '' ? t('form.missing.day') : day > today ? t('form.future') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useRecordResult(view, () => {
    form.clear();
    onDone();
  });
  const step = steps.find((each) => each.step === values.step);
  if (step === undefined) return <Unavailable />;
  const send = () =>
    form.submit(({ outcome, day, reason }) =>
      pending.send({
        step: step.step,
        outcome: outcome ?? '',
        effectiveAt: day,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    );
  return (
    <ActionForm kind="record_result" change={pending} onSubmit={send} onCancel={onCancel}>
      {steps.length > 1 && (
        <Select
          label={t('form.step')}
          options={steps.map((each) => ({ value: each.step, label: each.label }))}
          value={step.step}
          onChange={(next) => change({ step: next, outcome: null })}
        />
      )}
      <RadioGroup
        label={steps.length > 1 ? t('form.outcome') : `${t('form.outcome')}: ${step.label}`}
        options={step.outcomes.map(({ value, label }) => ({ value, label }))}
        value={values.outcome}
        onChange={(outcome) => change({ outcome })}
        error={errors.outcome}
      />
      <DayField
        label={t('form.effective')}
        description={t('form.effective.why')}
        value={values.day}
        onChange={(day) => change({ day })}
        error={errors.day}
      />
      <ReasonField form={form} isOptional />
    </ActionForm>
  );
}
