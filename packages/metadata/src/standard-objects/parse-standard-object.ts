import { fieldType } from '../field-types/index.js';
import type { MetadataProblem } from '../metadata-problem.js';
import type { CompoundField, FieldDef, ObjectDef, TranslationDef } from '../model.js';
import { AUDIT_FIELDS, idField, ownerField } from '../system-fields.js';
import {
  type StandardCompoundEntry,
  type StandardFieldEntry,
  type StandardObjectFile,
  type StandardObjectTranslation,
  standardObjectShape,
} from './standard-object-file.js';

/** A declared standard object, its system fields included, with its labels by language. */
export interface StandardObject {
  readonly object: ObjectDef;
  readonly attachable: boolean;
  readonly translations: readonly TranslationDef[];
}

export interface ParsedStandardObject {
  /** Absent when there is any problem. */
  readonly standardObject?: StandardObject;
  readonly problems: readonly MetadataProblem[];
}

/** Checks the JSON of one `standard-objects/*.json` and makes the object it declares. `file` is for messages only. */
export function parseStandardObject(json: unknown, file: string): ParsedStandardObject {
  const problems: MetadataProblem[] = [];
  const report = (member: string, message: string) =>
    void problems.push({ severity: 'error', file, member, message });
  standardObjectShape(json, '', report);
  if (problems.length > 0) return { problems };
  const declared = json as StandardObjectFile;
  checkConsistency(declared, report);
  if (problems.length > 0) return { problems };
  return {
    problems,
    standardObject: {
      object: objectOf(declared),
      attachable: declared.attachable ?? false,
      translations: Object.entries(declared.translations ?? {}).map(([language, translation]) =>
        translationOf(declared.name, language, translation),
      ),
    },
  };
}

function objectOf(declared: StandardObjectFile): ObjectDef {
  const { name, label, labelPlural, keyPrefix, nameField, sharingModel, externalSharingModel, source } =
    declared;
  return {
    name,
    label,
    labelPlural,
    keyPrefix,
    custom: false,
    nameField,
    sharingModel,
    externalSharingModel,
    source,
    ...(declared.compounds === undefined
      ? {}
      : { compounds: declared.compounds.map((entry) => compoundOf(entry, declared.fields)) }),
    fields: [
      idField(`${label} ID`),
      ...(declared.owner === undefined ? [] : [ownerField(declared.owner)]),
      ...declared.fields.map(fieldOf),
      ...AUDIT_FIELDS,
    ],
  };
}

/** Keys of an address in the order of the REST API (Object Reference, "Address Compound Fields"). */
const ADDRESS_KEYS = [
  'city',
  'country',
  'geocodeAccuracy',
  'latitude',
  'longitude',
  'postalCode',
  'state',
  'street',
];

/** `MailingCity` is the `city` of `MailingAddress`, `City` that of `Address`. */
function compoundOf(entry: StandardCompoundEntry, fields: readonly StandardFieldEntry[]): CompoundField {
  const prefix = entry.name.replace(/Address$/, '').toLowerCase();
  const byKey = new Map(
    fields
      .filter((field) => field.compoundFieldName === entry.name)
      .map((field) => [field.name.toLowerCase().slice(prefix.length), field.name]),
  );
  const parts = ADDRESS_KEYS.flatMap((key) => {
    const field = byKey.get(key.toLowerCase());
    return field === undefined ? [] : [{ key, field }];
  });
  return { ...entry, custom: false, parts };
}

function fieldOf(entry: StandardFieldEntry): FieldDef {
  const { picklist, ...rest } = entry;
  const field: FieldDef = {
    custom: false,
    required: false,
    unique: false,
    externalId: false,
    createable: true,
    updateable: true,
    ...rest,
  };
  if (picklist === undefined) return field;
  const values = picklist.values.map((item) => {
    const { value, label, converted } = typeof item === 'string' ? { value: item, label: item } : item;
    const meaning = converted === true ? { isConverted: true } : {};
    return { value, label, active: true, isDefault: value === picklist.default, ...meaning };
  });
  return { ...field, picklist: { restricted: picklist.restricted, values } };
}

function translationOf(
  object: string,
  language: string,
  translation: StandardObjectTranslation,
): TranslationDef {
  const labels = new Map([
    [object, translation.label],
    [`${object}.plural`, translation.labelPlural],
  ]);
  for (const [field, label] of Object.entries(translation.fields)) labels.set(`${object}.${field}`, label);
  for (const [field, values] of Object.entries(translation.values ?? {})) {
    for (const [value, label] of Object.entries(values)) labels.set(`${object}.${field}.${value}`, label);
  }
  return { language, labels };
}

/** What the shape alone cannot say: names that must exist, and keys that belong to some types only. */
function checkConsistency(
  declared: StandardObjectFile,
  report: (path: string, message: string) => void,
): void {
  const names = new Set<string>(['Id']);
  for (const [index, entry] of declared.fields.entries()) {
    const path = `fields[${index}]`;
    if (names.has(entry.name)) report(`${path}.name`, `${entry.name} is declared twice`);
    names.add(entry.name);
    const field = fieldOf(entry);
    const { reference, hasPicklist, declarationFlaw } = fieldType(field);
    if ((reference !== undefined) !== (entry.referenceTo !== undefined)) {
      report(path, 'referenceTo belongs to lookups, and each has it');
    }
    if ((hasPicklist ?? false) !== (entry.picklist !== undefined)) {
      report(path, 'picklist belongs to picklists, and each has it');
    }
    const flaw = declarationFlaw?.(field);
    if (flaw !== undefined) report(path, flaw);
  }
  for (const [index, entry] of (declared.compounds ?? []).entries()) {
    const parts = compoundOf(entry, declared.fields).parts.length;
    if (names.has(entry.name)) report(`compounds[${index}].name`, `${entry.name} is declared twice`);
    if (parts !== ADDRESS_KEYS.length)
      report(`compounds[${index}]`, `${parts} of ${ADDRESS_KEYS.length} parts are declared`);
    names.add(entry.name);
  }
  if (!names.has(declared.nameField)) report('nameField', `no field ${declared.nameField}`);
  for (const [language, translation] of Object.entries(declared.translations ?? {})) {
    for (const name of [...Object.keys(translation.fields), ...Object.keys(translation.values ?? {})]) {
      if (!names.has(name)) report(`translations.${language}`, `no field ${name}`);
    }
  }
}
