import type { RecordableFact } from '@muster/client';
import { RadioGroup, Select, TextField } from '@muster/ui';
import { useRecordFact } from '../../../data/application-changes.js';
import { useApplicationText } from '../../../messages/application/use-application-text.js';
import { ActionForm } from './action-form.js';
import type { FormProps } from './action-panel.js';
import { ReasonField } from './reason-field.js';
import { Unavailable } from './unavailable.js';
import { useActionForm } from './use-action-form.js';

type Value = string | number | boolean;

/** Choice that opens a box for any other value. */
const other = 'other';

/** Something that became known about the person; a gate that looks at it may stop costly steps. */
export function FactForm({ view, onDone, onCancel }: FormProps) {
  const t = useApplicationText();
  const { facts } = view;
  const form = useActionForm(
    `${view.id}.record_fact`,
    { fact: facts[0]?.fact ?? '', choice: null as string | null, text: '', reason: '' },
    ({ choice, text, reason }) => ({
      choice: choice === null ? t('form.missing.choice') : undefined,
      text: choice === other && text.trim() === '' ? t('form.missing.text') : undefined,
      reason: reason.trim() === '' ? t('form.missing.reason') : undefined,
    }),
  );
  const { values, change, errors } = form;
  const pending = useRecordFact(view, () => {
    form.clear();
    onDone();
  });
  const fact = facts.find((each) => each.fact === values.fact);
  if (fact === undefined) return <Unavailable />;
  const choices = choicesOf(fact);
  const say = (value: Value) =>
    typeof value === 'boolean' ? t(value ? 'form.yes' : 'form.no') : String(value);
  const send = () =>
    form.submit(({ choice, text, reason }) =>
      pending.send({
        fact: fact.fact,
        value: choices.find((value) => String(value) === choice) ?? text.trim(),
        reason: reason.trim(),
      }),
    );
  return (
    <ActionForm kind="record_fact" change={pending} onSubmit={send} onCancel={onCancel}>
      <Select
        label={t('form.fact')}
        description={
          fact.known === null ? t('form.fact.nothing') : t('form.fact.known', { value: say(fact.known) })
        }
        options={facts.map((each) => ({ value: each.fact, label: each.label }))}
        value={fact.fact}
        onChange={(next) => change({ fact: next, choice: null })}
      />
      <RadioGroup
        label={t('form.value')}
        options={[
          ...choices.map((value) => ({ value: String(value), label: say(value) })),
          ...(isYesNo(fact) ? [] : [{ value: other, label: t('form.value.other') }]),
        ]}
        value={values.choice}
        onChange={(choice) => change({ choice })}
        error={errors.choice}
      />
      {values.choice === other && (
        <TextField
          label={t('form.value.other')}
          maxLength={255}
          value={values.text}
          onChange={(text) => change({ text })}
          error={errors.text}
        />
      )}
      <ReasonField form={form} />
    </ActionForm>
  );
}

function isYesNo(fact: RecordableFact): boolean {
  return fact.values.length > 0 && fact.values.every((value) => typeof value === 'boolean');
}

/** What is offered: the values gates ask for; for yes-or-no facts both. */
function choicesOf(fact: RecordableFact): readonly Value[] {
  return isYesNo(fact) ? [true, false] : fact.values;
}
