import { textLike } from './text-like.js';

/** Rich text. Stored as sent; whoever shows it cleans it. */
export const htmlType = textLike({
  describeType: 'textarea',
  defaultLength: 32_768,
  comparable: false,
  groupable: false,
  customLengths: [256, 131_072],
  extraTypeInfo: 'richtextarea',
});
