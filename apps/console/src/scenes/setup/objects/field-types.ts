import type { Elements } from '../../../data/setup-metadata.js';
import { textOf } from './elements.js';

/** Element names of a field that a person may set, and `values` for those of a picklist. */
const fieldSettings = [
  'length',
  'visibleLines',
  'precision',
  'scale',
  'displayFormat',
  'referenceTo',
  'relationshipLabel',
  'relationshipName',
  'deleteConstraint',
  'reparentableMasterDetail',
  'writeRequiresMasterRead',
  'values',
  'maskType',
  'maskChar',
  'formulaType',
  'formula',
  'formulaTreatBlanksAs',
  'summaryForeignKey',
  'summaryOperation',
  'summarizedField',
  'displayLocationInDecimal',
  'required',
  'unique',
  'caseSensitive',
  'externalId',
  'defaultValue',
  'isChecked',
  'trackHistory',
] as const;
export type FieldSetting = (typeof fieldSettings)[number];

interface FieldTypeForm {
  readonly settings: readonly FieldSetting[];
  /** What is filled in when the type is chosen. */
  readonly initial: Elements;
}

const plain = (...settings: FieldSetting[]): FieldTypeForm => ({
  settings: [...settings, 'required', 'defaultValue', 'trackHistory'],
  initial: {},
});
const key = ['unique', 'externalId'] as const;
const digits = { precision: 18, scale: 0 };
const inline = { valueSet: { restricted: true, valueSetDefinition: { sorted: false, value: [] } } };

/** Every type a field may have, and what is set for each. A formula has the type of its result. */
export const fieldTypes = {
  Text: { ...plain('length', ...key, 'caseSensitive'), initial: { length: 80 } },
  TextArea: plain(),
  LongTextArea: {
    settings: ['length', 'visibleLines', 'trackHistory'],
    initial: { length: 32_768, visibleLines: 3 },
  },
  Html: {
    settings: ['length', 'visibleLines', 'trackHistory'],
    initial: { length: 32_768, visibleLines: 25 },
  },
  Number: { ...plain('precision', 'scale', ...key), initial: digits },
  Currency: { ...plain('precision', 'scale'), initial: { precision: 18, scale: 2 } },
  Percent: { ...plain('precision', 'scale'), initial: digits },
  Date: plain(),
  DateTime: plain(),
  Time: plain(),
  Checkbox: { settings: ['isChecked', 'trackHistory'], initial: { defaultValue: false } },
  Picklist: { settings: ['values', 'required', 'trackHistory'], initial: inline },
  MultiselectPicklist: {
    settings: ['values', 'visibleLines', 'required', 'trackHistory'],
    initial: { ...inline, visibleLines: 4 },
  },
  Lookup: {
    settings: [
      'referenceTo',
      'relationshipLabel',
      'relationshipName',
      'required',
      'deleteConstraint',
      'trackHistory',
    ],
    initial: { deleteConstraint: 'SetNull' },
  },
  MasterDetail: {
    settings: [
      'referenceTo',
      'relationshipLabel',
      'relationshipName',
      'reparentableMasterDetail',
      'writeRequiresMasterRead',
      'trackHistory',
    ],
    initial: { relationshipOrder: 0, reparentableMasterDetail: false, writeRequiresMasterRead: false },
  },
  Hierarchy: { settings: ['relationshipLabel', 'relationshipName'], initial: {} },
  Email: plain(...key),
  Phone: plain(),
  Url: plain(),
  AutoNumber: { settings: ['displayFormat', 'externalId'], initial: { displayFormat: 'A-{0000}' } },
  EncryptedText: {
    settings: ['length', 'maskType', 'maskChar', 'required'],
    initial: { length: 80, maskType: 'all', maskChar: 'asterisk' },
  },
  Location: {
    settings: ['displayLocationInDecimal', 'scale', 'required'],
    initial: { displayLocationInDecimal: true, scale: 6 },
  },
  Formula: {
    settings: ['formulaType', 'formula', 'formulaTreatBlanksAs'],
    initial: { formula: '', formulaTreatBlanksAs: 'BlankAsZero' },
  },
  Summary: {
    settings: ['summaryForeignKey', 'summaryOperation', 'summarizedField'],
    initial: { summaryOperation: 'count' },
  },
} as const satisfies Readonly<Record<string, FieldTypeForm>>;

export type FieldTypeName = keyof typeof fieldTypes;
export const fieldTypeNames = Object.keys(fieldTypes) as readonly FieldTypeName[];

/** Types the result of a formula may have. */
export const formulaTypes = [
  'Text',
  'Number',
  'Currency',
  'Percent',
  'Date',
  'DateTime',
  'Time',
  'Checkbox',
] as const;

/** The type of a field as Setup names it; undefined for one Setup has no form for. */
export function fieldTypeOf(elements: Elements): FieldTypeName | undefined {
  if (elements.formula !== undefined && elements.formula !== null) return 'Formula';
  const type = textOf(elements, 'type');
  return fieldTypeNames.find((name) => name === type);
}

/** The settings of a type. */
export function settingsOf(type: FieldTypeName): readonly FieldSetting[] {
  return fieldTypes[type].settings;
}

const ELEMENTS: Partial<Record<FieldSetting, string>> = {
  values: 'valueSet',
  isChecked: 'defaultValue',
  formulaType: 'type',
};

/** The element a setting is kept in. */
export function elementOf(setting: FieldSetting): string {
  return ELEMENTS[setting] ?? setting;
}

/** The elements of a field that have a control of their own. */
export const fieldControls: ReadonlySet<string> = new Set([
  ...fieldSettings.map(elementOf),
  'type',
  'label',
  'description',
  'inlineHelpText',
]);

/** A field turned to another type: name, label and texts stay, settings the new type has stay, the others go. */
export function withType(elements: Elements, type: FieldTypeName): Elements {
  const kept = new Set<string>([
    'label',
    'description',
    'inlineHelpText',
    ...settingsOf(type).map(elementOf),
  ]);
  const gone = fieldSettings.map(elementOf).filter((name) => !kept.has(name));
  const before = Object.fromEntries(
    Object.entries(elements).filter(([name, value]) => value !== null && !gone.includes(name)),
  );
  const isFormula = type === 'Formula';
  return {
    ...fieldTypes[type].initial,
    ...before,
    ...Object.fromEntries(gone.filter((name) => name in elements).map((name) => [name, null])),
    type: isFormula ? 'Text' : type,
  };
}
