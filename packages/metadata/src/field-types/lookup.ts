import type { FieldType } from './field-type.js';
import { idType } from './id.js';

/** The id of a record of another object. */
export const lookupType: FieldType = { ...idType, describeType: 'reference' };
