import { textLike } from './text-like.js';

/** Long text, up to 131,072 characters; cannot be filtered, sorted or grouped by. */
export const longTextAreaType = textLike({
  describeType: 'textarea',
  defaultLength: 32_768,
  comparable: false,
  groupable: false,
  customLengths: [256, 131_072],
  extraTypeInfo: 'plaintextarea',
});
