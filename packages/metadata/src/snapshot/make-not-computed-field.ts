import { fieldType, isFieldTypeName } from '../field-types/index.js';
import type { FieldDef, NotComputedField } from '../model.js';
import type { CustomFieldSource } from '../source-format/component.js';
import { present } from '../source-format/present.js';

/** Field types of the metadata API that name a value kept somewhere else. */
const EXTERNAL_TYPES = new Set(['ExternalLookup', 'IndirectLookup']);

const FORMULA_TEXT_LENGTH = 1_300;
const DIGITS = 18;

/** The field a file declares whose values are not computed or stored here; undefined when it is none of those. */
export function makeNotComputedField(
  source: CustomFieldSource,
  label: string,
  type: string,
): NotComputedField | undefined {
  const { name, formula, treatsBlanksAsZero } = source;
  if (formula !== undefined) {
    const described = describedField(source, label, type);
    return { name, label, kind: `Formula (${type})`, formula, ...present({ described, treatsBlanksAsZero }) };
  }
  if (type === 'Summary') {
    const isCount = source.summary?.operation === 'count';
    const described = isCount ? describedField({ ...source, scale: 0 }, label, 'Number') : undefined;
    return { name, label, kind: 'Summary', ...present({ described, summary: source.summary }) };
  }
  return EXTERNAL_TYPES.has(type) ? { name, label, kind: type } : undefined;
}

/** A roll-up of values once the field it sums is known: it has the type of that field. */
export function summaryOf(field: NotComputedField, summarized: FieldDef): NotComputedField {
  const { type, precision, scale, length } = summarized;
  const described = { ...readOnly(field.name, field.label, type), ...present({ precision, scale, length }) };
  return { ...field, described };
}

function describedField(source: CustomFieldSource, label: string, type: string): FieldDef | undefined {
  if (!isFieldTypeName(type)) return undefined;
  const field = readOnly(source.name, label, type);
  const { storage } = fieldType(field);
  const { help, description, scale } = source;
  return {
    ...field,
    ...(storage === 'numeric' ? { precision: DIGITS, scale: scale ?? 0 } : {}),
    ...(storage === 'text' ? { length: FORMULA_TEXT_LENGTH } : {}),
    ...present({ help, description }),
  };
}

function readOnly(name: string, label: string, type: FieldDef['type']): FieldDef {
  return {
    name,
    label,
    type,
    custom: true,
    required: false,
    unique: false,
    externalId: false,
    createable: false,
    updateable: false,
  };
}
