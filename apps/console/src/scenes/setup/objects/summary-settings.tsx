import { Select } from '@muster/ui';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import { objectOf } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { type ElementForm, ElementSelect } from './element-fields.js';
import { textOf, textsOf } from './elements.js';

const operations = ['count', 'sum', 'min', 'max'] as const;
const numbers = new Set(['Number', 'Currency', 'Percent']);
const days = new Set(['Date', 'DateTime']);

/** What a roll-up sums: records of which child, how, and which of their fields. */
export function SummarySettings({ form, object }: { readonly form: ElementForm; readonly object: string }) {
  const t = useSetupObjectsText();
  const { data: fields = [] } = useDescribedComponents('CustomField');
  const masters = fields.filter(
    ({ metadata }) =>
      textOf(metadata, 'type') === 'MasterDetail' && textsOf(metadata, 'referenceTo').includes(object),
  );
  const key = textOf(form.elements, 'summaryForeignKey');
  const operation = textOf(form.elements, 'summaryOperation');
  const summed = fields.filter(({ fullName, metadata }) => {
    const type = textOf(metadata, 'type');
    return (
      objectOf(fullName) === objectOf(key) && (numbers.has(type) || (days.has(type) && operation !== 'sum'))
    );
  });
  return (
    <>
      <Select
        label={t('setting.summaryForeignKey')}
        description={t(masters.length === 0 ? 'summary.none' : 'setting.summaryForeignKey.what')}
        options={masters.map(({ fullName }) => ({ value: fullName, label: fullName }))}
        value={key === '' ? null : key}
        onChange={(summaryForeignKey) => form.set({ summaryForeignKey, summarizedField: null })}
        error={form.errors.summaryForeignKey}
      />
      <ElementSelect
        form={form}
        name="summaryOperation"
        label={t('setting.summaryOperation')}
        options={operations.map((value) => ({ value, label: t(`choice.${value}`) }))}
      />
      {operation !== 'count' && (
        <ElementSelect
          form={form}
          name="summarizedField"
          label={t('setting.summarizedField')}
          options={summed.map(({ fullName }) => ({ value: fullName, label: fullName }))}
        />
      )}
    </>
  );
}
