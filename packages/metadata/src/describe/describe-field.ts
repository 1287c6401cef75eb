import type { FieldType } from '../field-types/field-type.js';
import { fieldType } from '../field-types/index.js';
import { fieldHelp, fieldLabel, picklistLabel } from '../labels.js';
import { findField } from '../lookup.js';
import type { CompoundField, FieldDef, NotComputedField, ObjectDef, RecordTypeValues } from '../model.js';
import { present } from '../source-format/present.js';
import type { DescribeContext } from './describe-context.js';
import { validForBits } from './valid-for.js';

const ID_LENGTH = 18;
/** Bytes of a character at most, as Salesforce counts them. */
const BYTES_PER_CHARACTER = 3;

/** One entry of `fields` in describe, with every key of the REST API, as the reader may use the field. */
export function describeField(object: ObjectDef, field: FieldDef, context: DescribeContext) {
  const type = fieldType(field);
  const rights = context.rights(object);
  const canEdit = rights.field(field.name).edit;
  const isBoolean = type.storage === 'boolean';
  const isPolymorphic = (field.referenceTo?.length ?? 0) > 1;
  const isDecimal = type.storage === 'numeric';
  return {
    aggregatable: type.sortable && !isBoolean,
    aiPredictionField: false,
    autoNumber: type.isSystemWritten ?? false,
    ...lengthsOf(field, type),
    ...NOT_CALCULATED,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    caseSensitive: field.caseSensitive ?? false,
    compoundFieldName: field.compoundFieldName ?? null,
    createable: field.createable && rights.create && canEdit,
    custom: field.custom,
    ...defaultsOf(field, isBoolean),
    ...dependencyOf(field),
    deprecatedAndHidden: false,
    digits: type.storage === 'integer' ? (field.precision ?? 0) : 0,
    displayLocationInDecimal: false,
    encrypted: type.mask !== undefined,
    externalId: field.externalId,
    extraTypeInfo: type.extraTypeInfo ?? null,
    filterable: type.filterable,
    filteredLookupInfo: filterOf(field),
    groupable: type.groupable,
    highScaleNumber: false,
    htmlFormatted: type.extraTypeInfo === 'richtextarea',
    idLookup: field.externalId || (field.idLookup ?? false),
    inlineHelpText: fieldHelp(context.snapshot, object, field, context.language) ?? null,
    label: fieldLabel(context.snapshot, object, field, context.language),
    ...maskOf(field),
    name: field.name,
    nameField: field.name === object.nameField && field.name !== 'Id',
    namePointing: isPolymorphic,
    nillable: !field.required && !isBoolean,
    permissionable: isPermissionable(object, field),
    picklistValues: describePicklistValues(object, field, context),
    polymorphicForeignKey: isPolymorphic,
    precision: isDecimal ? (field.precision ?? 18) : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: relationshipOrderOf(object, field),
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.picklist?.restricted ?? false,
    scale: isDecimal ? (field.scale ?? 0) : 0,
    searchPrefilterable: false,
    soapType: type.soapType,
    sortable: type.sortable,
    type: type.describeType,
    unique: field.unique,
    updateable: field.updateable && rights.edit && canEdit,
    writeRequiresMasterRead: field.writeRequiresMasterRead ?? false,
  };
}

function dependencyOf({ picklist }: FieldDef) {
  const controllerName = picklist?.controllingField ?? null;
  return { controllerName, dependentPicklist: controllerName !== null };
}

function filterOf({ lookupFilter }: FieldDef) {
  if (lookupFilter === undefined) return null;
  const { controllingFields, isOptional } = lookupFilter;
  return { controllingFields, dependent: controllingFields.length > 0, optionalFilter: isOptional };
}

function maskOf({ mask }: FieldDef) {
  return { mask: mask?.character ?? null, maskType: mask?.type ?? null };
}

function lengthsOf(field: FieldDef, { storage, defaultLength }: FieldType) {
  if (storage === 'id') return { byteLength: ID_LENGTH, length: ID_LENGTH };
  const length = defaultLength === undefined ? 0 : (field.length ?? defaultLength);
  return { byteLength: length * BYTES_PER_CHARACTER, length };
}

function defaultsOf(field: FieldDef, isBoolean: boolean) {
  const isSetBySystem = field.required && (!field.createable || field.name === 'OwnerId');
  const isPicked = field.picklist?.values.some(({ isDefault, active }) => isDefault && active) ?? false;
  return {
    defaultValue: isBoolean ? field.defaultValue === 'true' : null,
    defaultValueFormula: isBoolean ? null : (field.defaultValue ?? null),
    defaultedOnCreate: isBoolean || isSetBySystem || isPicked || field.defaultValue !== undefined,
  };
}

/** Whether permission sets can give or withhold the field: not what everybody must fill in or only the system sets. */
function isPermissionable(object: ObjectDef, field: FieldDef): boolean {
  return field.createable && !field.required && field.name !== object.nameField;
}

/** 0 for the parent that owns the record, 1 for a second one. */
function relationshipOrderOf(object: ObjectDef, field: FieldDef): number | null {
  if (field.relationshipOrder !== undefined) return field.relationshipOrder;
  const parents = object.fields.filter((candidate) => fieldType(candidate).reference === 'master');
  const order = parents.indexOf(field);
  return order < 0 ? null : order;
}

/** Values of a picklist as describe lists them: all of them, or those a record type offers with its own default. */
export function describePicklistValues(
  object: ObjectDef,
  field: FieldDef,
  { snapshot, language }: DescribeContext,
  offered?: RecordTypeValues,
) {
  const controller = field.picklist?.controllingField;
  const controlling = controller === undefined ? undefined : findField(object, controller);
  const all = field.picklist?.values ?? [];
  const entries = offered === undefined ? all : all.filter(({ value }) => offered.values.includes(value));
  return entries.map((entry) => ({
    active: entry.active,
    defaultValue: offered === undefined ? entry.isDefault : entry.value === offered.default,
    label: picklistLabel(snapshot, object, field, entry.value, language),
    validFor: validForBits(entry, controlling),
    value: entry.value,
  }));
}

const NOT_CALCULATED = {
  calculated: false,
  calculatedFormula: null,
  formulaTreatNullNumberAsZero: false,
};

/**
 * Describes a formula or a roll-up as it is declared; undefined where its type is not known here. Nothing can be done
 * with it in a query, since its values are not computed.
 */
export function describeNotComputed(object: ObjectDef, field: NotComputedField, context: DescribeContext) {
  if (field.described === undefined) return undefined;
  return {
    ...describeField(object, field.described, context),
    calculated: true,
    calculatedFormula: field.formula ?? null,
    formulaTreatNullNumberAsZero: field.treatsBlanksAsZero ?? false,
    aggregatable: false,
    filterable: false,
    groupable: false,
    sortable: false,
    defaultedOnCreate: false,
    nillable: true,
    permissionable: true,
  };
}

/** Describes an address or a place, which is read as a whole and written by its parts. */
export function describeCompound(object: ObjectDef, field: CompoundField, context: DescribeContext) {
  const { name, label, kind, custom, displayLocationInDecimal = false, help, evidence } = field;
  const asText = { name, label, custom, ...present({ help, evidence }), ...READ_AS_TEXT };
  const type = kind === 'Address' ? 'address' : 'location';
  return {
    ...describeField(object, asText, context),
    aggregatable: false,
    byteLength: 0,
    length: 0,
    displayLocationInDecimal,
    groupable: false,
    permissionable: true,
    queryByDistance: true,
    soapType: `urn:${type}`,
    sortable: false,
    type,
  };
}

const READ_AS_TEXT = {
  type: 'Text',
  required: false,
  unique: false,
  externalId: false,
  createable: false,
  updateable: false,
} as const;
