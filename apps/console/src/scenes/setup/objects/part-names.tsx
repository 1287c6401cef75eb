import { FieldRow, TextField } from '@muster/ui';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { ElementText } from './element-fields.js';
import type { PartForm } from './use-part-form.js';

/** Label and API name of a part of an object. */
export function PartNames({ part, isNew }: { readonly part: PartForm; readonly isNew: boolean }) {
  const t = useSetupObjectsText();
  return (
    <FieldRow>
      <ElementText form={part.form} name="label" label={t('column.label')} maxLength={80} />
      {isNew && (
        <TextField
          label={t('object.apiName')}
          maxLength={40}
          value={part.apiName}
          onChange={part.setApiName}
          error={part.form.errors.apiName}
        />
      )}
    </FieldRow>
  );
}
