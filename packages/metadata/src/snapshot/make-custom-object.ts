import { isAutoNumberFormat } from '../field-types/format-auto-number.js';
import type { FieldDef, ObjectDef } from '../model.js';
import type { CustomObjectSource } from '../source-format/component.js';
import { present } from '../source-format/present.js';

export type MadeObject =
  | { readonly kind: 'object'; readonly object: ObjectDef; readonly nameField: FieldDef }
  | { readonly kind: 'refused'; readonly message: string };

const API_NAME = /^[A-Za-z][A-Za-z0-9_]{0,58}__c$/;

/**
 * Makes the object a `CustomObject` file declares, without its fields. Sharing that is not stated is Private: an org
 * gives access on purpose.
 */
export function makeCustomObject(source: CustomObjectSource, takeKeyPrefix: () => string): MadeObject {
  const { name, label, labelPlural, nameField } = source;
  if (!API_NAME.test(name)) return refused(`${name} is no API name of a custom object`);
  if (label === undefined) return refused('<label> is missing');
  if (nameField === undefined) return refused('<nameField> is missing');
  const format = nameField.displayFormat ?? '{0}';
  if (nameField.type === 'AutoNumber' && !isAutoNumberFormat(format)) {
    return refused(`<displayFormat> is ${format}, expected one counter such as A-{0000}`);
  }
  const object: ObjectDef = {
    name,
    label,
    labelPlural: labelPlural ?? label,
    keyPrefix: takeKeyPrefix(),
    custom: true,
    fields: [],
    nameField: 'Name',
    sharingModel: source.sharingModel ?? 'Private',
    externalSharingModel: source.externalSharingModel ?? 'Private',
    ...present({ description: source.description }),
  };
  return { kind: 'object', object, nameField: nameFieldOf(nameField, format) };
}

function nameFieldOf(nameField: NonNullable<CustomObjectSource['nameField']>, format: string): FieldDef {
  const isAuto = nameField.type === 'AutoNumber';
  return {
    name: 'Name',
    label: nameField.label,
    type: nameField.type,
    custom: false,
    length: 80,
    required: true,
    unique: false,
    externalId: false,
    idLookup: true,
    createable: !isAuto,
    updateable: !isAuto,
    ...(isAuto ? { displayFormat: format } : {}),
  };
}

function refused(message: string): MadeObject {
  return { kind: 'refused', message };
}
