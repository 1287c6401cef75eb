import { Card, FieldRow, type Option, RadioGroup, TextField } from '@muster/ui';
import type { ReactNode } from 'react';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { ElementFlag, type ElementForm, ElementSelect, ElementText } from './element-fields.js';
import { insideOf, textOf } from './elements.js';

export interface ObjectFieldsProps {
  readonly form: ElementForm;
  /** The API name of a new object, which nothing changes later. */
  readonly apiName?: ReactNode;
  readonly isCustom: boolean;
}

/** Who sees records of others, as far as Setup offers it. */
export const sharingModels = ['Private', 'Read', 'ReadWrite'] as const;

/** The controls for an object itself. */
export function ObjectFields({ form, apiName, isCustom }: ObjectFieldsProps) {
  const t = useSetupObjectsText();
  return (
    <>
      {isCustom && (
        <Card title={t('object.names')}>
          <FieldRow>
            <ElementText form={form} name="label" label={t('object.label')} maxLength={40} />
            <ElementText form={form} name="pluralLabel" label={t('object.plural')} maxLength={40} />
          </FieldRow>
          {apiName}
          <ElementText
            form={form}
            name="description"
            label={t('object.description')}
            description={t('object.description.what')}
            maxLength={1000}
            isLong
            isOptional
          />
        </Card>
      )}
      {isCustom && <RecordName form={form} />}
      <Card title={t('object.use')}>
        <ElementFlag
          form={form}
          name="enableHistory"
          label={t('object.history')}
          description={t('object.history.what')}
        />
        {isCustom && (
          <>
            <ElementFlag form={form} name="enableReports" label={t('object.reports')} />
            <ElementFlag form={form} name="enableSearch" label={t('object.searchable')} />
            <ElementSelect
              form={form}
              name="deploymentStatus"
              label={t('object.status')}
              options={(['Deployed', 'InDevelopment'] as const).map((value) => ({
                value,
                label: t(`object.status.${value}`),
              }))}
            />
          </>
        )}
        <ElementSelect
          form={form}
          name="sharingModel"
          label={t('object.sharing')}
          description={t('object.sharing.what')}
          options={sharingOptions(form, t)}
        />
      </Card>
    </>
  );
}

function sharingOptions(form: ElementForm, t: ReturnType<typeof useSetupObjectsText>): readonly Option[] {
  const current = textOf(form.elements, 'sharingModel');
  const known: Option[] = sharingModels.map((value) => ({ value, label: t(`object.sharing.${value}`) }));
  return current === '' || known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: current }];
}

/** How records are named: by hand, or by a number the system gives. */
function RecordName({ form }: { readonly form: ElementForm }) {
  const t = useSetupObjectsText();
  const name = insideOf(form.elements, 'nameField');
  const isAuto = textOf(name, 'type') === 'AutoNumber';
  const set = (changes: Readonly<Record<string, string | number | null>>) =>
    form.set({ nameField: { ...name, ...changes } });
  return (
    <Card title={t('object.recordName')}>
      <TextField
        label={t('object.nameLabel')}
        description={t('object.nameLabel.what')}
        maxLength={80}
        value={textOf(name, 'label')}
        onChange={(label) => set({ label })}
        error={form.errors.nameField}
      />
      <RadioGroup
        label={t('object.nameType')}
        options={[
          { value: 'Text', label: t('object.nameType.Text'), description: t('object.nameType.Text.what') },
          {
            value: 'AutoNumber',
            label: t('object.nameType.AutoNumber'),
            description: t('object.nameType.AutoNumber.what'),
          },
        ]}
        value={isAuto ? 'AutoNumber' : 'Text'}
        onChange={(type) => set({ type, displayFormat: type === 'AutoNumber' ? 'A-{0000}' : null })}
      />
      {isAuto && (
        <TextField
          label={t('setting.displayFormat')}
          description={t('setting.displayFormat.what')}
          width={20}
          value={textOf(name, 'displayFormat')}
          onChange={(displayFormat) => set({ displayFormat })}
          error={form.errors.displayFormat}
        />
      )}
    </Card>
  );
}
