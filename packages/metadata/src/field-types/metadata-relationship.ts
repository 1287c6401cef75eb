import type { FieldType } from './field-type.js';
import { lookupType } from './lookup.js';

/** A lookup of one custom metadata record to another; files name the other record by its developer name. */
export const metadataRelationshipType: FieldType = {
  ...lookupType,
  declarationFlaw({ referenceTo = [] }) {
    const [target, ...more] = referenceTo;
    if (target === undefined || more.length > 0) return '<referenceTo> is expected once';
    return /__mdt$/i.test(target)
      ? undefined
      : `<referenceTo> is ${target}, expected a custom metadata type; relationships to ${target} are not supported`;
  },
};
