import type { FieldType } from './field-type.js';
import { lookupType } from './lookup.js';

/** A lookup whose parent owns the record: it goes with its parent and is seen by whoever sees the parent. */
export const masterDetailType: FieldType = { ...lookupType, reference: 'master' };
