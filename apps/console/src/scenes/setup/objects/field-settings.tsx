import { assertNever } from '@muster/kernel';
import { ComboBox, type Option, RadioGroup } from '@muster/ui';
import { useState } from 'react';
import { useDescribedComponents } from '../../../data/setup-metadata.js';
import { useSetupObjects } from '../../../data/setup-objects.js';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { proposeApiName } from './api-name.js';
import {
  ElementFlag,
  type ElementForm,
  ElementNumber,
  ElementSelect,
  ElementText,
} from './element-fields.js';
import { insideOf, textOf, textsOf } from './elements.js';
import { elementOf, type FieldSetting, type FieldTypeName, formulaTypes, settingsOf } from './field-types.js';
import { readEntries, valuesOfField, writeEntries } from './picklist-values.js';
import { SummarySettings } from './summary-settings.js';
import { useFieldTypeText } from './use-field-type-text.js';
import { ValuesEditor } from './values-editor.js';

export interface FieldSettingsProps {
  readonly form: ElementForm;
  readonly type: FieldTypeName;
  readonly object: string;
}

/** The controls for what a field of a type has. */
export function FieldSettings({ form, type, object }: FieldSettingsProps) {
  return settingsOf(type).map((setting) => (
    <Setting key={setting} setting={setting} form={form} type={type} object={object} />
  ));
}

const longest: Partial<Record<FieldTypeName, number>> = {
  Text: 255,
  EncryptedText: 175,
  LongTextArea: 131_072,
  Html: 131_072,
};
const choices = {
  deleteConstraint: ['SetNull', 'Restrict', 'Cascade'],
  maskType: ['all', 'lastFour', 'creditCard', 'ssn', 'nino', 'sin'],
  maskChar: ['asterisk', 'X'],
  formulaTreatBlanksAs: ['BlankAsZero', 'BlankAsBlank'],
} as const;

function Setting({ setting, form, type, object }: FieldSettingsProps & { readonly setting: FieldSetting }) {
  const t = useSetupObjectsText();
  const typeText = useFieldTypeText();
  const text = { form, name: elementOf(setting), label: t(`setting.${setting}`) };
  const field = { ...text, description: t(`setting.${setting}.what`) };
  switch (setting) {
    case 'length':
      return <ElementNumber {...text} minValue={1} maxValue={longest[type] ?? 255} />;
    case 'visibleLines':
      return <ElementNumber {...text} minValue={2} maxValue={50} />;
    case 'precision':
      return <ElementNumber {...field} minValue={1} maxValue={18} />;
    case 'scale':
      return <ElementNumber {...text} maxValue={17} />;
    case 'displayFormat':
    case 'relationshipName':
      return <ElementText {...field} maxLength={80} />;
    case 'relationshipLabel':
      return <ElementText {...field} maxLength={80} isOptional />;
    case 'referenceTo':
      return <Target form={form} object={object} />;
    case 'deleteConstraint':
    case 'maskType':
    case 'maskChar':
    case 'formulaTreatBlanksAs':
      return (
        <ElementSelect
          {...text}
          options={choices[setting].map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
      );
    case 'values':
      return <Values form={form} />;
    case 'formulaType':
      return (
        <ElementSelect {...text} options={formulaTypes.map((value) => ({ value, label: typeText(value) }))} />
      );
    case 'formula':
      return <ElementText {...field} maxLength={3900} isLong />;
    case 'summaryForeignKey':
      return <SummarySettings form={form} object={object} />;
    case 'summaryOperation':
    case 'summarizedField':
      return null;
    case 'defaultValue':
      return <ElementText {...field} maxLength={1000} isOptional />;
    case 'isChecked':
    case 'required':
    case 'unique':
    case 'caseSensitive':
    case 'externalId':
    case 'trackHistory':
    case 'displayLocationInDecimal':
    case 'reparentableMasterDetail':
    case 'writeRequiresMasterRead':
      return <ElementFlag {...field} />;
    default:
      return assertNever(setting);
  }
}

/** The object a lookup points at. A new one names its relationship after the object it is on. */
function Target({ form, object }: { readonly form: ElementForm; readonly object: string }) {
  const t = useSetupObjectsText();
  const { data: objects = [] } = useSetupObjects();
  const options: readonly Option[] = objects.map(({ name, label }) => ({
    value: name,
    label,
    description: name,
  }));
  const own = objects.find(({ name }) => name === object)?.label ?? object;
  const target = textsOf(form.elements, 'referenceTo')[0] ?? null;
  return (
    <ComboBox
      label={t('setting.referenceTo')}
      description={t('setting.referenceTo.what')}
      options={options}
      value={target}
      onChange={(value) =>
        form.set({
          referenceTo: value === null ? [] : [value],
          ...(textOf(form.elements, 'relationshipName') === ''
            ? { relationshipName: proposeApiName(`${own}s`) }
            : {}),
        })
      }
      error={form.errors.referenceTo}
    />
  );
}

/** The values of a picklist field: its own, or those of a global value set. */
function Values({ form }: { readonly form: ElementForm }) {
  const t = useSetupObjectsText();
  const { data: sets = [] } = useDescribedComponents('GlobalValueSet');
  const valueSet = insideOf(form.elements, 'valueSet');
  const setName = textOf(valueSet, 'valueSetName');
  const definition = insideOf(valueSet, 'valueSetDefinition');
  const change = (changes: object) => form.set({ valueSet: { ...valueSet, ...changes } });
  const [savedValues] = useState(
    () =>
      new Set(form.saved === undefined ? [] : valuesOfField(form.saved, new Map()).map(({ value }) => value)),
  );
  const own = 'own';
  return (
    <>
      {sets.length > 0 && (
        <RadioGroup
          label={t('values.from')}
          options={[
            { value: own, label: t('values.own') },
            ...sets.map(({ fullName, metadata }) => ({
              value: fullName,
              label: t('values.global', { label: textOf(metadata, 'masterLabel') || fullName }),
            })),
          ]}
          value={setName === '' ? own : setName}
          onChange={(value) =>
            change(
              value === own
                ? { valueSetName: null, valueSetDefinition: { sorted: false, value: [] } }
                : { valueSetName: value, valueSetDefinition: null, restricted: true },
            )
          }
        />
      )}
      {setName === '' && (
        <ValuesEditor
          entries={readEntries(definition, 'value').map((entry) => ({
            ...entry,
            isNew: !savedValues.has(entry.value),
          }))}
          onChange={(entries) =>
            change({ valueSetDefinition: { ...definition, value: writeEntries(entries) } })
          }
          error={form.errors.valueSet}
        />
      )}
      <ElementFlag
        form={{
          ...form,
          elements: valueSet,
          set: change,
        }}
        name="restricted"
        label={t('values.restricted')}
        description={t('values.restricted.what')}
      />
    </>
  );
}
