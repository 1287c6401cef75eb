import type { FieldType } from './field-type.js';
import { lookupType } from './lookup.js';

/** A lookup whose parent owns the record; what that means for deletes and sharing is decided elsewhere. */
export const masterDetailType: FieldType = lookupType;
