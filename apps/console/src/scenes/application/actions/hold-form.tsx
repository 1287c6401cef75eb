import type { StepLane, WaitingOn } from '@muster/client';
import { dayInZone } from '@muster/kernel';
import { useFormats } from '@muster/ui';
import { DayField } from '../../../components/day-field.js';
import { usePutOnHold } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { PartyField } from './party-field.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

/** Stops an application or one step: why, on whom it waits, and until when if that is known. */
export function HoldForm({ view, target, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { timeZone } = useFormats();
  const today = dayInZone(Date.now(), timeZone);
  const form = useActionForm(
    `${view.id}.hold.${target.step}`,
    { party: null as WaitingOn | null, until: '', reason: '' },
    ({ party, until, reason }) => ({
      party: party === null ? t('form.missing.choice') : undefined,
      until: until !== '' && until < today ? t('form.past') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = usePutOnHold(view, () => {
    form.clear();
    onDone();
  });
  const isPossible = view.actions.some((action) => action.kind === 'hold' && action.step === target.step);
  if (!isPossible) return <Unavailable />;
  const steps = view.lanes.flatMap((lane) => lane.steps);
  const step = steps.find((each) => each.step === target.step);
  const send = () =>
    form.submit(({ party, until, reason }) => {
      if (party === null) return;
      pending.send({
        ...(step && { step: step.step }),
        waitingOn: party,
        ...(until !== '' && { until }),
        reason: reason.trim(),
      });
    });
  return (
    <ActionForm kind="hold" change={pending} onSubmit={send} onCancel={onCancel}>
      <p>{step === undefined ? t('form.hold.all') : t('form.hold.step', { step: step.label })}</p>
      <RunsOut steps={steps} until={values.until} />
      <ReasonField form={form} isTold />
      <PartyField form={form} />
      <DayField
        label={t('form.until')}
        description={t('form.until.why')}
        value={values.until}
        onChange={(until) => change({ until })}
        error={errors.until}
      />
    </ActionForm>
  );
}

/** What runs out while the hold lasts: a hold stops work, not the days of results and offers. */
function RunsOut({ steps, until }: { readonly steps: readonly StepLane[]; readonly until: string }) {
  const t = useApplicationText();
  const formats = useFormats();
  const isMeanwhile = ({ expiresAt }: StepLane) =>
    expiresAt !== null &&
    Date.parse(expiresAt) > Date.now() &&
    (until === '' || dayInZone(Date.parse(expiresAt), formats.timeZone) <= until);
  const items = steps
    .filter(isMeanwhile)
    .map(({ label, expiresAt }) => t('form.hold.expiry', { step: label, day: formats.day(expiresAt ?? '') }));
  return items.length === 0 ? null : <p>{t('form.hold.expires', { items: formats.list(items) })}</p>;
}
