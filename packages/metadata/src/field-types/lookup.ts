import type { FieldDef } from '../model.js';
import type { FieldType } from './field-type.js';
import { idType } from './id.js';

/** The id of a record of another object. */
export const lookupType: FieldType = {
  ...idType,
  describeType: 'reference',
  reference: 'lookup',
  declarationFlaw: targetFlaw,
};

/** A custom lookup has one target; only standard ones may have several. */
function targetFlaw({ custom, referenceTo = [] }: FieldDef): string | undefined {
  if (referenceTo.length === 0) return '<referenceTo> is missing';
  return custom && referenceTo.length > 1 ? '<referenceTo> appears more than once' : undefined;
}
