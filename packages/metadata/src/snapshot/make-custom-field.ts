import { FIELD_TYPE_NAMES, fieldType, isFieldTypeName } from '../field-types/index.js';
import type { FieldDef, FieldTypeName, NotComputedField } from '../model.js';
import type { CustomFieldSource, NamedValueSet, ValueSet } from '../source-format/component.js';
import { present } from '../source-format/present.js';

export type MadeField =
  | { readonly kind: 'field'; readonly field: FieldDef }
  | { readonly kind: 'notComputed'; readonly field: NotComputedField }
  | { readonly kind: 'refused'; readonly message: string };

/** Field types of the metadata API whose values are not stored or computed here. */
const NOT_COMPUTED_TYPES = new Set([
  'Summary',
  'Location',
  'Address',
  'EncryptedText',
  'Hierarchy',
  'MetadataRelationship',
  'ExternalLookup',
  'IndirectLookup',
]);

const API_NAME = /^[A-Za-z][A-Za-z0-9_]{0,58}__c$/;

/** Makes the field a `CustomField` file declares. The targets of lookups are checked later, with all objects at hand. */
export function makeCustomField(
  source: CustomFieldSource,
  globalValueSets: ReadonlyMap<string, NamedValueSet>,
): MadeField {
  const { name, label, type } = source;
  if (!API_NAME.test(name)) return refused(`${name} is no API name of a custom field`);
  if (label === undefined) return refused('<label> is missing');
  if (type === undefined) return refused('<type> is missing');
  if (source.isFormula) return notComputed(name, label, `Formula (${type})`);
  if (NOT_COMPUTED_TYPES.has(type)) return notComputed(name, label, type);
  if (!isFieldTypeName(type) || type === 'Id' || type === 'File') {
    const choices = FIELD_TYPE_NAMES.filter((choice) => choice !== 'Id' && choice !== 'File');
    return refused(`<type> is ${type}, expected one of ${choices.join(', ')}`);
  }
  const field = fieldOf(source, label, type);
  const flaw = fieldType(field).declarationFlaw?.(field);
  if (flaw !== undefined) return refused(flaw);
  if (field.externalId && fieldType(field).canBeExternalId !== true) {
    return refused(`a field of type ${type} cannot be an external id`);
  }
  if (fieldType(field).hasPicklist !== true) return { kind: 'field', field };
  const picklist = picklistOf(source, globalValueSets);
  if (picklist === undefined) return refused(`global value set ${source.valueSetName} is not in this org`);
  return { kind: 'field', field: { ...field, picklist } };
}

function fieldOf(source: CustomFieldSource, label: string, type: FieldTypeName): FieldDef {
  const { length, precision, scale, defaultValue, help, description } = source;
  const field: FieldDef = {
    name: source.name,
    label,
    type,
    custom: true,
    required: source.required ?? false,
    unique: source.unique ?? false,
    externalId: source.externalId ?? false,
    createable: true,
    updateable: true,
    ...present({ length, precision, scale, defaultValue, help, description }),
  };
  const { reference, isSystemWritten } = fieldType(field);
  if (reference !== undefined) return { ...field, ...relationshipOf(source, reference) };
  if (isSystemWritten !== true) return field;
  const displayFormat = source.displayFormat ?? '{0}';
  return { ...field, required: true, createable: false, updateable: false, displayFormat };
}

/** Relationship names end in `__r` where the field ends in `__c`; the child list is named only if the file names it. */
function relationshipOf(source: CustomFieldSource, reference: 'lookup' | 'master'): Partial<FieldDef> {
  const { name, relationshipName, referenceTo } = source;
  const required = reference === 'master' || (source.required ?? false);
  const lookupConstraint = source.deleteConstraint ?? (required ? 'Restrict' : 'SetNull');
  return {
    required,
    referenceTo,
    relationshipName: name.replace(/__c$/, '__r'),
    deleteConstraint: reference === 'master' ? 'Cascade' : lookupConstraint,
    ...(reference === 'master' && source.writeRequiresMasterRead ? { writeRequiresMasterRead: true } : {}),
    ...(relationshipName === undefined ? {} : { childRelationshipName: `${relationshipName}__r` }),
  };
}

/** The values of a picklist; undefined when the global value set it names does not exist. */
function picklistOf(
  source: CustomFieldSource,
  globalValueSets: ReadonlyMap<string, NamedValueSet>,
): ValueSet | undefined {
  if (source.valueSetName === undefined) return source.valueSet ?? { restricted: false, values: [] };
  const shared = globalValueSets.get(source.valueSetName.toLowerCase());
  return shared && { restricted: source.valueSetRestricted ?? true, values: shared.values };
}

function notComputed(name: string, label: string, kind: string): MadeField {
  return { kind: 'notComputed', field: { name, label, kind } };
}

function refused(message: string): MadeField {
  return { kind: 'refused', message };
}
