import { FIELD_TYPE_NAMES, fieldType, isFieldTypeName } from '../field-types/index.js';
import type { FieldDef, FieldTypeName, NotComputedField, PicklistDef } from '../model.js';
import type { CustomFieldSource, NamedValueSet, PicklistDependency } from '../source-format/component.js';
import { present } from '../source-format/present.js';
import { isCompoundType, type MadeCompound, makeCompoundField } from './make-compound-field.js';
import { makeNotComputedField } from './make-not-computed-field.js';

export type MadeField =
  | { readonly kind: 'field'; readonly field: FieldDef }
  | ({ readonly kind: 'compound' } & MadeCompound)
  | { readonly kind: 'notComputed'; readonly field: NotComputedField }
  | { readonly kind: 'refused'; readonly message: string };

/** Types no file declares by name. */
const INTERNAL_TYPES: ReadonlySet<string> = new Set<FieldTypeName>(['Id', 'File', 'Latitude', 'Longitude']);

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
  const notComputed = makeNotComputedField(source, label, type);
  if (notComputed !== undefined) return { kind: 'notComputed', field: notComputed };
  if (isCompoundType(type)) return { kind: 'compound', ...makeCompoundField(source, label, type) };
  if (!isFieldTypeName(type) || INTERNAL_TYPES.has(type)) {
    const choices = FIELD_TYPE_NAMES.filter((choice) => !INTERNAL_TYPES.has(choice));
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
  const { length, precision, scale, defaultValue, mask, help, description } = source;
  const field: FieldDef = {
    name: source.name,
    label,
    type,
    custom: true,
    required: source.required ?? false,
    unique: source.unique ?? false,
    ...(source.caseSensitive === true ? { caseSensitive: true } : {}),
    externalId: source.externalId ?? false,
    createable: true,
    updateable: true,
    ...(source.trackHistory === true ? { trackHistory: true } : {}),
    ...present({ length, precision, scale, defaultValue, mask, help, description }),
  };
  const { reference, isSystemWritten } = fieldType(field);
  if (reference !== undefined) return { ...field, ...relationshipOf(source, reference) };
  if (isSystemWritten !== true) return field;
  const displayFormat = source.displayFormat ?? '{0}';
  return { ...field, required: true, createable: false, updateable: false, displayFormat };
}

/** Points at the object it is on; its file names none. */
const HIERARCHY = 'Hierarchy';

/** Relationship names end in `__r` where the field ends in `__c`; the child list is named only if the file names it. */
function relationshipOf(source: CustomFieldSource, reference: 'lookup' | 'master'): Partial<FieldDef> {
  const { name, relationshipName, lookupFilter } = source;
  const isMaster = reference === 'master';
  const required = isMaster || (source.required ?? false);
  const lookupConstraint = source.deleteConstraint ?? (required ? 'Restrict' : 'SetNull');
  return {
    required,
    updateable: !isMaster || source.reparentable === true,
    referenceTo: source.type === HIERARCHY ? [source.object] : source.referenceTo,
    relationshipName: name.replace(/__c$/, '__r'),
    deleteConstraint: isMaster ? 'Cascade' : lookupConstraint,
    ...present({ lookupFilter }),
    ...(isMaster && source.writeRequiresMasterRead ? { writeRequiresMasterRead: true } : {}),
    ...(isMaster ? { relationshipOrder: source.relationshipOrder === 1 ? 1 : 0 } : {}),
    ...(relationshipName === undefined ? {} : { childRelationshipName: `${relationshipName}__r` }),
  };
}

/** The values of a picklist; undefined when the global value set it names does not exist. */
export function picklistOf(
  source: CustomFieldSource,
  globalValueSets: ReadonlyMap<string, NamedValueSet>,
): PicklistDef | undefined {
  const { valueSetName, valueSetRestricted = true, dependency } = source;
  if (valueSetName === undefined) {
    return dependentOn(dependency, source.valueSet ?? { restricted: false, values: [] });
  }
  const shared = globalValueSets.get(valueSetName.toLowerCase());
  return shared && dependentOn(dependency, { restricted: valueSetRestricted, values: shared.values });
}

function dependentOn(dependency: PicklistDependency | undefined, picklist: PicklistDef): PicklistDef {
  if (dependency === undefined) return picklist;
  const { controllingField, validFor } = dependency;
  const values = picklist.values.map((entry) => ({ ...entry, validFor: validFor.get(entry.value) ?? [] }));
  return { ...picklist, values, controllingField };
}

function refused(message: string): MadeField {
  return { kind: 'refused', message };
}
