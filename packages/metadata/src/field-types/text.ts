import type { FieldType } from './field-type.js';
import { textLike } from './text-like.js';

/** One line of text, up to 255 characters. */
export const textType: FieldType = {
  ...textLike({
    describeType: 'string',
    defaultLength: 255,
    comparable: true,
    groupable: true,
    customLengths: [1, 255],
  }),
  canBeExternalId: true,
};
