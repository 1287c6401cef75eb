import { textLike } from './text-like.js';

/** A running number in the field's display format. The system writes it; see `formatAutoNumber`. */
export const autoNumberType = textLike({
  describeType: 'string',
  defaultLength: 30,
  comparable: true,
  groupable: false,
});
