import { textLike } from './text-like.js';

/** One line of text, up to 255 characters. */
export const textType = textLike({
  describeType: 'string',
  defaultLength: 255,
  comparable: true,
  groupable: true,
});
