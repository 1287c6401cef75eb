import type { RequisitionChoices } from '@muster/client';
import { ComboBox, NumberField, Select, Stack, TextField } from '@muster/ui';
import { DayField } from '../../components/day-field.js';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import { employmentTypes, payPeriods } from './posting-draft.js';
import type { PostingPartProps } from './posting-form.js';

/** Place, pay, kind of work, closing by the wall clock of a zone, and the questionnaire. */
export function PostingTerms({
  part: { draft, onChange, errorOf },
  choices,
}: {
  readonly part: PostingPartProps;
  readonly choices: RequisitionChoices;
}) {
  const t = useRequisitionsText();
  return (
    <Stack>
      <div className="console-terms">
        <TextField
          label={t('post.location')}
          maxLength={120}
          value={draft.location}
          onChange={(location) => onChange({ location })}
          error={errorOf('location')}
        />
        <Select
          label={t('post.type')}
          options={employmentTypes.map((value) => ({ value, label: t(`post.type.${value}`) }))}
          value={draft.employmentType}
          onChange={(value) =>
            onChange({ employmentType: employmentTypes.find((type) => type === value) ?? 'FULL_TIME' })
          }
        />
        <Select
          label={t('post.questionnaire')}
          options={choices.questionnaires}
          value={draft.questionnaireKey}
          onChange={(questionnaireKey) => onChange({ questionnaireKey })}
          error={errorOf('questionnaireKey')}
        />
      </div>
      <div className="console-terms">
        <NumberField
          label={t('post.payMin')}
          suffix={t(`post.pay.unit.${draft.payPeriod}`)}
          minValue={0}
          value={draft.payMin}
          onChange={(payMin) => onChange({ payMin })}
          error={errorOf('payMin')}
        />
        <NumberField
          label={t('post.payMax')}
          suffix={t(`post.pay.unit.${draft.payPeriod}`)}
          minValue={0}
          value={draft.payMax}
          onChange={(payMax) => onChange({ payMax })}
          error={errorOf('payMax')}
        />
        <Select
          label={t('post.pay.period')}
          options={payPeriods.map((value) => ({ value, label: t(`post.pay.period.${value}`) }))}
          value={draft.payPeriod}
          onChange={(value) =>
            onChange({ payPeriod: payPeriods.find((period) => period === value) ?? 'YEAR' })
          }
        />
      </div>
      <fieldset className="console-closing">
        <legend className="mu-label">{t('post.closing')}</legend>
        <p className="mu-hint">{t('post.closes.why')}</p>
        <div className="console-terms">
          <DayField
            label={t('post.closesDay')}
            value={draft.closesDay}
            onChange={(closesDay) => onChange({ closesDay })}
            error={errorOf('closesDay')}
          />
          <TextField
            inputMode="numeric"
            maxLength={5}
            width={8}
            label={t('post.closesTime')}
            value={draft.closesTime}
            onChange={(closesTime) => onChange({ closesTime })}
            error={errorOf('closesTime')}
          />
          <ComboBox
            label={t('post.zone')}
            options={choices.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            value={draft.timeZone}
            onChange={(timeZone) => onChange({ timeZone })}
            error={errorOf('timeZone')}
          />
        </div>
      </fieldset>
    </Stack>
  );
}
