import { isAutoNumberFormat } from '../field-types/format-auto-number.js';
import { FIELD_TYPE_NAMES, isFieldTypeName } from '../field-types/index.js';
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

const KEY_TYPES = new Set<FieldTypeName>(['Text', 'Number', 'Email', 'AutoNumber']);
const API_NAME = /^[A-Za-z][A-Za-z0-9_]{0,58}__c$/;

/** Length limits of the text types whose files state a length. */
const LENGTHS: Partial<Record<FieldTypeName, readonly [least: number, most: number]>> = {
  Text: [1, 255],
  LongTextArea: [256, 131_072],
  Html: [256, 131_072],
};

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
  const picklist = picklistOf(source, type, globalValueSets);
  if (picklist === 'missing') return refused(`global value set ${source.valueSetName} is not in this org`);
  const flaw = flawOf(source, type);
  if (flaw !== undefined) return refused(flaw);
  return { kind: 'field', field: fieldOf(source, label, type, picklist) };
}

function fieldOf(
  source: CustomFieldSource,
  label: string,
  type: FieldTypeName,
  picklist: ValueSet | undefined,
): FieldDef {
  const isSystemWritten = type === 'AutoNumber';
  return {
    name: source.name,
    label,
    type,
    custom: true,
    required: type === 'MasterDetail' || isSystemWritten || (source.required ?? false),
    unique: source.unique ?? false,
    externalId: source.externalId ?? false,
    createable: !isSystemWritten,
    updateable: !isSystemWritten,
    ...present({
      length: source.length,
      precision: source.precision,
      scale: source.scale,
      defaultValue: source.defaultValue,
      displayFormat: type === 'AutoNumber' ? (source.displayFormat ?? '{0}') : undefined,
      help: source.help,
      description: source.description,
      picklist,
    }),
    ...(type === 'Lookup' || type === 'MasterDetail' ? relationshipOf(source, type) : {}),
  };
}

/** Relationship names end in `__r` where the field ends in `__c`; the child list is named only if the file names it. */
function relationshipOf(source: CustomFieldSource, type: 'Lookup' | 'MasterDetail'): Partial<FieldDef> {
  const lookupConstraint = source.deleteConstraint ?? (source.required === true ? 'Restrict' : 'SetNull');
  return {
    referenceTo: source.referenceTo,
    relationshipName: source.name.replace(/__c$/, '__r'),
    deleteConstraint: type === 'MasterDetail' ? 'Cascade' : lookupConstraint,
    ...(source.relationshipName === undefined
      ? {}
      : { childRelationshipName: `${source.relationshipName}__r` }),
  };
}

function picklistOf(
  source: CustomFieldSource,
  type: FieldTypeName,
  globalValueSets: ReadonlyMap<string, NamedValueSet>,
): ValueSet | undefined | 'missing' {
  if (type !== 'Picklist' && type !== 'MultiselectPicklist') return undefined;
  if (source.valueSetName === undefined) return source.valueSet ?? { restricted: false, values: [] };
  const shared = globalValueSets.get(source.valueSetName.toLowerCase());
  if (shared === undefined) return 'missing';
  return { restricted: source.valueSetRestricted ?? true, values: shared.values };
}

function flawOf(source: CustomFieldSource, type: FieldTypeName): string | undefined {
  const limits = LENGTHS[type];
  if (limits !== undefined) {
    const [least, most] = limits;
    if (source.length === undefined) return '<length> is missing';
    if (source.length < least || source.length > most) {
      return `<length> is ${source.length}, expected ${least} to ${most}`;
    }
  }
  if (type === 'Number' || type === 'Currency' || type === 'Percent') return decimalFlaw(source);
  if (type === 'Lookup' || type === 'MasterDetail') {
    if (source.referenceTo.length !== 1) return '<referenceTo> is missing or appears more than once';
  }
  if (type === 'AutoNumber' && !isAutoNumberFormat(source.displayFormat ?? '{0}')) {
    return `<displayFormat> is ${source.displayFormat}, expected one counter such as A-{0000}`;
  }
  if (source.externalId === true && !KEY_TYPES.has(type))
    return `a field of type ${type} cannot be an external id`;
  return undefined;
}

function decimalFlaw({ precision, scale }: CustomFieldSource): string | undefined {
  if (precision === undefined) return '<precision> is missing';
  if (scale === undefined) return '<scale> is missing';
  if (precision < 1 || precision > 18) return `<precision> is ${precision}, expected 1 to 18`;
  return scale > precision ? `<scale> is ${scale}, expected at most the precision, ${precision}` : undefined;
}

function notComputed(name: string, label: string, kind: string): MadeField {
  return { kind: 'notComputed', field: { name, label, kind } };
}

function refused(message: string): MadeField {
  return { kind: 'refused', message };
}
