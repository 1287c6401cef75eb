import type { FieldDef } from '../model.js';
import type { FieldType } from './field-type.js';
import { textLike } from './text-like.js';

const foldedType: FieldType = {
  ...textLike({
    describeType: 'string',
    defaultLength: 255,
    comparable: true,
    groupable: true,
    customLengths: [1, 255],
  }),
  canBeExternalId: true,
};

const caseSensitiveType: FieldType = { ...foldedType, foldsCase: false };

/** One line of text, up to 255 characters; compared without case unless the field says otherwise. */
export function textType(field: FieldDef): FieldType {
  return field.caseSensitive ? caseSensitiveType : foldedType;
}
