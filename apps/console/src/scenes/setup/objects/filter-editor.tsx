import { Button, ComboBox, IconButton, type Option, PlusIcon, Select, TextField, XIcon } from '@muster/ui';
import type { Elements } from '../../../data/setup-metadata.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import type { ElementForm } from './element-fields.js';
import { listOf, textOf } from './elements.js';
import { filterOperations } from './list-view.js';

/** The conditions of a list: each a field, a comparison and a value, joined by AND or as the logic says. */
export function FilterEditor({
  form,
  options,
}: {
  readonly form: ElementForm;
  readonly options: readonly Option[];
}) {
  const t = useSetupObjectsText();
  const filters = listOf(form.elements, 'filters');
  const setFilters = (next: readonly Elements[]) => form.set({ filters: next });
  const change = (index: number, changes: Elements) =>
    setFilters(filters.map((filter, at) => (at === index ? { ...filter, ...changes } : filter)));
  const operations = filterOperations.map((value) => ({ value, label: t(`operation.${value}`) }));
  return (
    <div className="setup-values">
      {filters.map((filter, index) => {
        const field = textOf(filter, 'field');
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the logic names filters by their place
          <fieldset key={index} className="setup-filter">
            <legend className="mu-visually-hidden">{t('list.filter', { number })}</legend>
            <span className="setup-filter-number" aria-hidden>
              {number}
            </span>
            <ComboBox
              label={t('list.filter.field')}
              options={withOption(options, field)}
              value={field === '' ? null : field}
              onChange={(value) => change(index, { field: value ?? '' })}
            />
            <Select
              label={t('list.filter.operation')}
              options={operations}
              value={textOf(filter, 'operation') || null}
              onChange={(operation) => change(index, { operation })}
            />
            <TextField
              label={t('list.filter.value')}
              isOptional
              value={textOf(filter, 'value')}
              onChange={(value) => change(index, { value })}
            />
            <IconButton
              icon={XIcon}
              label={t('list.filter.remove', { number })}
              onPress={() => {
                setFilters(filters.filter((_, at) => at !== index));
                form.set({ booleanFilter: null });
              }}
            />
          </fieldset>
        );
      })}
      <div>
        <Button
          icon={PlusIcon}
          onPress={() => setFilters([...filters, { field: '', operation: 'equals', value: '' }])}
        >
          {t('list.filter.add')}
        </Button>
      </div>
      {filters.length > 1 && (
        <TextField
          label={t('list.logic')}
          description={t('list.logic.what')}
          isOptional
          value={textOf(form.elements, 'booleanFilter')}
          onChange={(booleanFilter) => form.set({ booleanFilter })}
          error={form.errors.booleanFilter}
        />
      )}
    </div>
  );
}

/** What is chosen can be read, though Setup would not offer it. */
function withOption(options: readonly Option[], value: string): readonly Option[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}
