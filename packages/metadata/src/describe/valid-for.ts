import type { FieldDef, PicklistValue } from '../model.js';

/**
 * Under which values of the controlling field a value may be picked, as describe says it: base 64 of a bit for each of
 * those values, the first in the highest bit (SOAP API Developer Guide, "PicklistEntry"). Null where nothing controls.
 */
export function validForBits(entry: PicklistValue, controlling: FieldDef | undefined): string | null {
  if (controlling === undefined || entry.validFor === undefined) return null;
  const under = new Set(entry.validFor);
  const choices = controlling.picklist?.values.map(({ value }) => value) ?? ['false', 'true'];
  const bytes = new Uint8Array(Math.ceil(choices.length / 8));
  for (const [index, choice] of choices.entries()) {
    const byte = index >> 3;
    if (under.has(choice)) bytes[byte] = (bytes[byte] ?? 0) | (0x80 >> (index & 7));
  }
  return btoa(String.fromCharCode(...bytes));
}
