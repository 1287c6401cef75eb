import { fieldType } from './field-types/index.js';
import type { FieldDef } from './model.js';

const SEARCHED_TYPES = new Set(['string', 'textarea', 'email', 'phone', 'url']);

/** Whether searches look into a field: text that people write, and neither lists nor what is kept encrypted. */
export function isSearchedText(field: FieldDef): boolean {
  return SEARCHED_TYPES.has(fieldType(field).describeType);
}
