import { Timeline } from '@muster/ui';
import { useReverseEvent } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** Puts a mistaken entry right by a later one that names it and says why. */
export function ReverseForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const form = useActionForm(`${view.id}.reverse.${target.entry}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
  }));
  const pending = useReverseEvent(view, () => {
    form.clear();
    onDone();
  });
  const entry = view.history.find((each) => each.id === target.entry && each.canReverse);
  if (entry === undefined) return <Unavailable />;
  const send = () => form.submit(({ reason }) => pending.send({ eventId: entry.id, reason: reason.trim() }));
  return (
    <ActionForm kind="reverse" change={pending} onSubmit={send} onCancel={onCancel}>
      <Timeline
        label={t('form.entry')}
        events={[{ id: entry.id, at: entry.effectiveAt, title: entry.text, by: entry.by }]}
      />
      <p>{t('form.reverse.why')}</p>
      <ReasonField form={form} />
    </ActionForm>
  );
}
