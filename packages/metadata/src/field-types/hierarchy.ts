import type { FieldType } from './field-type.js';
import { lookupType } from './lookup.js';

/** A user's lookup to another user, such as who a person reports to; it belongs on User and always points there. */
export const hierarchyType: FieldType = {
  ...lookupType,
  declarationFlaw: ({ referenceTo = [] }) =>
    referenceTo.length === 1 && referenceTo[0] === 'User' ? undefined : 'a hierarchy belongs on User',
};
