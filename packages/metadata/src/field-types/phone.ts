import { textLike } from './text-like.js';

/** A telephone number as people write it; only its length is checked, as in Salesforce. */
export const phoneType = textLike({
  describeType: 'phone',
  defaultLength: 40,
  comparable: true,
  groupable: true,
});
