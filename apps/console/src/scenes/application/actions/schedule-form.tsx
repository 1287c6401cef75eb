import { dayInZone, wallClockInstant } from '@muster/kernel';
import { FieldRow, Select, TextField, useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { useScheduleStep } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** An appointment for a step: day, time and place, for a first attempt or another one. */
export function ScheduleForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const today = dayInZone(Date.now(), timeZone);
  const kind = target.kind === 'retake' ? 'retake' : 'schedule';
  const steps = view.actions.filter((action) => action.kind === 'schedule' || action.kind === 'retake');
  const labels = new Map(view.lanes.flatMap((lane) => lane.steps).map((step) => [step.step, step.label]));
  const form = useActionForm(
    `${view.id}.schedule.${target.step}`,
    { step: target.step ?? steps[0]?.step ?? '', day: '', time: '09:00', place: '' },
    ({ day, time, place }) => ({
      day: day === '' ? t('form.missing.day') : day < today ? t('form.past') : undefined,
      time: isTime(time) ? undefined : t('form.missing.time'),
      place: place.trim() === '' ? t('form.missing.text') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useScheduleStep(view, () => {
    form.clear();
    onDone();
  });
  if (!steps.some((action) => action.step === values.step)) return <Unavailable />;
  const send = () =>
    form.submit(({ step, day, time, place }) => {
      const at = wallClockInstant(`${day}T${time}`, timeZone);
      if (at === undefined) return;
      pending.send({ step, at: new Date(at).toISOString(), place: place.trim() });
    });
  return (
    <ActionForm kind={kind} change={pending} onSubmit={send} onCancel={onCancel}>
      <Select
        label={t('form.step')}
        options={steps.map(({ step }) => ({ value: step ?? '', label: labels.get(step ?? '') ?? '' }))}
        value={values.step}
        onChange={(step) => change({ step })}
      />
      <FieldRow>
        <DayField
          label={t('form.date')}
          value={values.day}
          onChange={(day) => change({ day })}
          error={errors.day}
        />
        <TextField
          inputMode="numeric"
          maxLength={5}
          width={8}
          label={t('form.time')}
          value={values.time}
          onChange={(time) => change({ time })}
          error={errors.time}
        />
      </FieldRow>
      <p className="mu-hint">{t('form.zone', { zone: timeZone })}</p>
      <TextField
        label={t('form.place')}
        maxLength={255}
        value={values.place}
        onChange={(place) => change({ place })}
        error={errors.place}
      />
    </ActionForm>
  );
}

/** Whether clocks show it: `HH:MM`. */
function isTime(text: string): boolean {
  return wallClockInstant(`2026-01-01T${text}`, 'UTC') !== undefined;
}
