import type { FieldDef } from '../model.js';
import type { FieldType } from './field-type.js';
import { preview, refused } from './parse-result.js';
import { parseText, textLike } from './text-like.js';

const LENGTH = 255;

/** One value of a list. A restricted list takes only its active values, spelled as they are. */
export const picklistType: FieldType = {
  ...textLike({ describeType: 'picklist', defaultLength: LENGTH, comparable: true, groupable: true }),
  hasPicklist: true,
  foldsCase: false,
  formulaType: 'Picklist',
  parse(field, input) {
    const parsed = parseText(field, input, 'picklist', LENGTH);
    if (!parsed.ok || parsed.value === null || allowsValue(field, parsed.value)) return parsed;
    return badPicklistValue(field, parsed.value);
  },
};

/** Whether a picklist field takes this value: any when the list is open, else an active one. */
export function allowsValue(field: FieldDef, value: string): boolean {
  if (field.picklist?.restricted !== true) return true;
  return field.picklist.values.some((entry) => entry.active && entry.value === value);
}

/** Refuses a value that is not in a restricted list. */
export function badPicklistValue(field: FieldDef, value: string) {
  const message = `${field.label}: bad value for restricted picklist field: ${preview(value)}`;
  return refused('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message);
}

/** Whether a value may be picked while the controlling field has this one; values that depend on nothing always may. */
export function isPickableUnder(field: FieldDef, value: string, controlling: string | null): boolean {
  if (field.picklist?.controllingField === undefined) return true;
  const entry = field.picklist.values.find((candidate) => candidate.value === value);
  return entry === undefined || (controlling !== null && (entry.validFor ?? []).includes(controlling));
}
