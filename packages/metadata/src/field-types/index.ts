import type { FieldDef, FieldTypeName } from '../model.js';
import { autoNumberType } from './auto-number.js';
import { checkboxType } from './checkbox.js';
import { coordinateType } from './coordinate.js';
import { currencyType } from './currency.js';
import { dateType } from './date.js';
import { dateTimeType } from './date-time.js';
import { emailType } from './email.js';
import { encryptedTextType } from './encrypted-text.js';
import type { FieldType } from './field-type.js';
import { fileType } from './file.js';
import { hierarchyType } from './hierarchy.js';
import { htmlType } from './html.js';
import { idType } from './id.js';
import { longTextAreaType } from './long-text-area.js';
import { lookupType } from './lookup.js';
import { masterDetailType } from './master-detail.js';
import { metadataRelationshipType } from './metadata-relationship.js';
import { multiselectPicklistType } from './multiselect-picklist.js';
import { numberType } from './number.js';
import { percentType } from './percent.js';
import { phoneType } from './phone.js';
import { picklistType } from './picklist.js';
import { textType } from './text.js';
import { textAreaType } from './text-area.js';
import { timeType } from './time.js';
import { urlType } from './url.js';

const types: Readonly<Record<FieldTypeName, FieldType | ((field: FieldDef) => FieldType)>> = {
  Id: idType,
  Text: textType,
  TextArea: textAreaType,
  LongTextArea: longTextAreaType,
  Html: htmlType,
  Number: numberType,
  Currency: currencyType,
  Percent: percentType,
  Date: dateType,
  DateTime: dateTimeType,
  Time: timeType,
  Checkbox: checkboxType,
  Picklist: picklistType,
  MultiselectPicklist: multiselectPicklistType,
  Lookup: lookupType,
  MasterDetail: masterDetailType,
  Email: emailType,
  Phone: phoneType,
  Url: urlType,
  AutoNumber: autoNumberType,
  EncryptedText: encryptedTextType,
  Hierarchy: hierarchyType,
  MetadataRelationship: metadataRelationshipType,
  Latitude: coordinateType(90),
  Longitude: coordinateType(180),
  File: fileType,
};

/** The field type of a field: the only place that maps names to behaviour. */
export function fieldType(field: FieldDef): FieldType {
  const type = types[field.type];
  return typeof type === 'function' ? type(field) : type;
}

/** Every field type, in the order of the table above. */
export const FIELD_TYPE_NAMES: readonly string[] = Object.keys(types);

/** Whether a name from a metadata file is a field type whose values can be stored. */
export function isFieldTypeName(name: string): name is FieldTypeName {
  return Object.hasOwn(types, name);
}
