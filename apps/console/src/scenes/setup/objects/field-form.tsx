import { Card, Select } from '@muster/ui';
import type { ReactNode } from 'react';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { type ElementForm, ElementText } from './element-fields.js';
import { textOf, textsOf } from './elements.js';
import { FieldSettings } from './field-settings.js';
import { fieldTypeNames, fieldTypeOf, settingsOf, withType } from './field-types.js';
import { valuesOfField } from './picklist-values.js';

export interface FieldFormProps {
  readonly form: ElementForm;
  readonly object: string;
  readonly apiName?: ReactNode;
}

/** The controls for a field itself. */
export function FieldForm({ form, object, apiName }: FieldFormProps) {
  const t = useSetupObjectsText();
  const type = fieldTypeOf(form.elements);
  const names = fieldTypeNames.filter((name) => name !== 'Hierarchy' || object === 'User');
  return (
    <>
      <Card title={t('field.what')}>
        <Select
          label={t('field.type')}
          description={type === undefined ? undefined : t(`type.${type}.what`)}
          options={names.map((value) => ({ value, label: t(`type.${value}`) }))}
          value={type ?? null}
          onChange={(next) => {
            const chosen = names.find((name) => name === next);
            if (chosen !== undefined) form.set(withType(form.elements, chosen));
          }}
          error={form.errors.type}
        />
        <ElementText form={form} name="label" label={t('field.label')} maxLength={40} />
        {apiName}
        <ElementText
          form={form}
          name="inlineHelpText"
          label={t('field.help')}
          description={t('field.help.what')}
          maxLength={510}
          isLong
          isOptional
        />
        <ElementText
          form={form}
          name="description"
          label={t('field.description')}
          description={t('field.description.what')}
          maxLength={1000}
          isLong
          isOptional
        />
      </Card>
      {type !== undefined && (
        <Card title={t('field.settings', { type: t(`type.${type}`) })}>
          <FieldSettings form={form} type={type} object={object} />
        </Card>
      )}
    </>
  );
}

/** What is missing in a field, by element. */
export function missingInField(
  elements: ElementForm['elements'],
  t: ReturnType<typeof useSetupObjectsText>,
): Readonly<Record<string, string>> {
  const type = fieldTypeOf(elements);
  if (type === undefined) return { type: t('missing.choice', { what: t('field.type') }) };
  const settings = settingsOf(type);
  const needed = (['length', 'precision', 'scale', 'displayFormat', 'formula'] as const).filter(
    (name) => settings.includes(name) && textOf(elements, name).trim() === '',
  );
  const missing = Object.fromEntries(
    needed.map((name) => [name, t('missing', { what: t(`setting.${name}`) })]),
  );
  const valueSet = elements.valueSet as ElementForm['elements'] | undefined;
  const hasValues =
    valuesOfField(elements, new Map()).length > 0 || textOf(valueSet ?? {}, 'valueSetName') !== '';
  return {
    ...missing,
    ...(textOf(elements, 'label').trim() === '' ? { label: t('missing', { what: t('field.label') }) } : {}),
    ...(settings.includes('referenceTo') && textsOf(elements, 'referenceTo').length === 0
      ? { referenceTo: t('missing.choice', { what: t('setting.referenceTo') }) }
      : {}),
    ...(settings.includes('values') && !hasValues ? { valueSet: t('values.missing') } : {}),
    ...(type === 'Summary' && textOf(elements, 'summaryForeignKey') === ''
      ? { summaryForeignKey: t('missing.choice', { what: t('setting.summaryForeignKey') }) }
      : {}),
  };
}
