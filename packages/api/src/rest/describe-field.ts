import { type FieldDef, fieldType, type ObjectDef } from '@muster/metadata';
import type { Session } from '@muster/records';
import type { Labels } from './describe-labels.js';

const BYTES_PER_CHARACTER = 3;
const ID_LENGTH = 18;
const PICKLIST_LENGTH = 255;

/** One entry of `fields` in describe. */
export function describeField(session: Session, object: ObjectDef, field: FieldDef, labels: Labels) {
  const type = fieldType(field);
  const rights = session.rights(object);
  const length = lengthOf(field, type.storage);
  const isBoolean = type.storage === 'boolean';
  const isText = type.storage === 'text';
  const canEdit = rights.field(field.name).edit;
  return {
    aggregatable: type.filterable && !isBoolean,
    aiPredictionField: false,
    autoNumber: field.displayFormat !== undefined,
    byteLength: length * BYTES_PER_CHARACTER,
    calculated: false,
    calculatedFormula: null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: type.storage === 'id' || (isText && !type.foldsCase),
    compoundFieldName: null,
    controllerName: null,
    createable: field.createable && rights.create && canEdit,
    custom: field.custom,
    defaultValue: isBoolean ? field.defaultValue === 'true' : null,
    defaultValueFormula: isBoolean ? null : (field.defaultValue ?? null),
    defaultedOnCreate: isBoolean || !field.createable || field.defaultValue !== undefined,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: type.storage === 'integer' ? (field.precision ?? 0) : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: null,
    filterable: type.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: type.groupable,
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.name === 'Id' || field.externalId,
    inlineHelpText: field.help ?? null,
    label: labels.field(field),
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.name === object.nameField,
    namePointing: (field.referenceTo?.length ?? 0) > 1,
    nillable: !field.required && !isBoolean && field.name !== 'Id',
    permissionable: field.createable && !field.required,
    picklistValues: picklistValues(field, labels),
    polymorphicForeignKey: (field.referenceTo?.length ?? 0) > 1,
    precision: type.storage === 'numeric' ? (field.precision ?? 0) : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.picklist?.restricted ?? false,
    scale: type.storage === 'numeric' ? (field.scale ?? 0) : 0,
    searchPrefilterable: false,
    soapType: type.soapType,
    sortable: type.sortable,
    type: type.describeType,
    unique: field.unique,
    updateable: field.updateable && rights.edit && canEdit,
    writeRequiresMasterRead: field.writeRequiresMasterRead ?? false,
  };
}

function lengthOf(field: FieldDef, storage: string): number {
  if (storage === 'id') return ID_LENGTH;
  if (storage !== 'text') return 0;
  return field.length ?? PICKLIST_LENGTH;
}

function picklistValues(field: FieldDef, labels: Labels) {
  return (field.picklist?.values ?? []).map(({ value, label, active, isDefault }) => ({
    active,
    defaultValue: isDefault,
    label: labels.value(field, value, label),
    validFor: null,
    value,
  }));
}
