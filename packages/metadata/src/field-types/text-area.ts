import { textLike } from './text-like.js';

/** A few lines of text, up to 255 characters. */
export const textAreaType = textLike({
  describeType: 'textarea',
  defaultLength: 255,
  comparable: true,
  groupable: true,
  extraTypeInfo: 'plaintextarea',
});
