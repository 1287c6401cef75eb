import { dayInZone } from '@muster/kernel';
import { TextField, useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { useEnterOnDuty } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** The day somebody enters on duty, and the post. */
export function EntryForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const form = useActionForm(
    `${view.id}.entry_on_duty`,
    { date: dayInZone(Date.now(), timeZone), post: '' },
    ({ date, post }) => ({
      date: date === '' ? t('form.missing.day') : undefined,
      post: post.trim() === '' ? t('form.missing.text') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useEnterOnDuty(view, () => {
    form.clear();
    onDone();
  });
  if (!view.actions.some((action) => action.kind === 'entry_on_duty')) return <Unavailable />;
  const send = () => form.submit(({ date, post }) => pending.send({ date, post: post.trim() }));
  return (
    <ActionForm kind="entry_on_duty" change={pending} onSubmit={send} onCancel={onCancel}>
      <DayField
        label={t('form.entryDate')}
        description={t('form.entryDate.why')}
        value={values.date}
        onChange={(date) => change({ date })}
        error={errors.date}
      />
      <TextField
        label={t('form.post')}
        maxLength={80}
        value={values.post}
        onChange={(post) => change({ post })}
        error={errors.post}
      />
    </ActionForm>
  );
}
