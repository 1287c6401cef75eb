import { isAutoNumberFormat } from '../field-types/format-auto-number.js';
import type { FieldDef, ObjectDef } from '../model.js';
import type { CustomObjectSource } from '../source-format/component.js';
import { present } from '../source-format/present.js';
import { ownerField } from '../system-fields.js';

export type MadeObject =
  | { readonly kind: 'object'; readonly object: ObjectDef; readonly fields: readonly FieldDef[] }
  | { readonly kind: 'refused'; readonly message: string };

const API_NAME = /^[A-Za-z][A-Za-z0-9_]{0,58}__(c|mdt)$/;

/**
 * Makes the object a `CustomObject` file declares, with the fields it has without naming them. Sharing that is not
 * stated is Private: an org gives access on purpose.
 */
export function makeCustomObject(
  source: CustomObjectSource,
  takeKeyPrefix: (first: 'a' | 'm') => string,
): MadeObject {
  const { name, label, nameField, customSettingsType } = source;
  if (!API_NAME.test(name)) return refused(`${name} is no API name of a custom object`);
  if (label === undefined) return refused('<label> is missing');
  if (name.endsWith('__mdt')) {
    const object = { ...objectOf(source, label, takeKeyPrefix('m')), ...CUSTOM_METADATA };
    return { kind: 'object', object, fields: CUSTOM_METADATA_FIELDS };
  }
  if (customSettingsType !== undefined) {
    const kind = customSettingsType === 'List' ? 'listSetting' : 'hierarchySetting';
    const object = { ...objectOf(source, label, takeKeyPrefix('a')), ...OPEN, kind } as const;
    return { kind: 'object', object, fields: kind === 'listSetting' ? LIST_FIELDS : HIERARCHY_FIELDS };
  }
  if (nameField === undefined) return refused('<nameField> is missing');
  const format = nameField.displayFormat ?? '{0}';
  if (nameField.type === 'AutoNumber' && !isAutoNumberFormat(format)) {
    return refused(`<displayFormat> is ${format}, expected one counter such as A-{0000}`);
  }
  const fields = [ownerField(['Group', 'User']), nameFieldOf(nameField, format)];
  return { kind: 'object', object: objectOf(source, label, takeKeyPrefix('a')), fields };
}

function objectOf(source: CustomObjectSource, label: string, keyPrefix: string): ObjectDef {
  return {
    name: source.name,
    label,
    labelPlural: source.labelPlural ?? label,
    keyPrefix,
    custom: true,
    fields: [],
    nameField: 'Name',
    sharingModel: source.sharingModel ?? 'Private',
    externalSharingModel: source.externalSharingModel ?? 'Private',
    ...(source.tracksHistory === true ? { tracksHistory: true } : {}),
    ...present({ description: source.description, compactLayout: source.compactLayout }),
  };
}

/** Who may see the object sees all its records. */
const OPEN = { sharingModel: 'ReadWrite', externalSharingModel: 'ReadWrite' } as const;
const CUSTOM_METADATA = { ...OPEN, kind: 'customMetadata', nameField: 'MasterLabel' } as const;

/** Fields of every custom metadata type (Object Reference, "Custom Metadata Type__mdt"). */
const CUSTOM_METADATA_FIELDS: readonly FieldDef[] = [
  declaredText('DeveloperName', 'Custom Metadata Record Name', 40, true),
  declaredText('MasterLabel', 'Label', 40, true),
  declaredText('Label', 'Label', 40, false),
  declaredText('Language', 'Master Language', 40, true),
  declaredText('NamespacePrefix', 'Namespace Prefix', 15, false),
  declaredText('QualifiedApiName', 'Qualified API Name', 70, true),
];

/** Fields of list custom settings: records are told apart by their names. */
const LIST_FIELDS: readonly FieldDef[] = [{ ...settingName(), required: true, unique: true, idLookup: true }];

/** Fields of hierarchy custom settings: one record for the org, and one for each profile and user that has its own. */
const HIERARCHY_FIELDS: readonly FieldDef[] = [
  settingName(),
  {
    ...declaredText('SetupOwnerId', 'Location', 18, true),
    type: 'Lookup',
    unique: true,
    createable: true,
    referenceTo: ['Organization', 'Profile', 'User'],
    relationshipName: 'SetupOwner',
    deleteConstraint: 'Cascade',
  },
];

function settingName(): FieldDef {
  return { ...declaredText('Name', 'Name', 38, false), createable: true, updateable: true };
}

function declaredText(name: string, label: string, length: number, required: boolean): FieldDef {
  return {
    name,
    label,
    type: 'Text',
    custom: false,
    length,
    required,
    unique: false,
    externalId: false,
    createable: false,
    updateable: false,
    evidence: 'documented',
  };
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
