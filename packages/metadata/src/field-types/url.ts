import { textLike } from './text-like.js';

/** A web address; only its length is checked, as in Salesforce. Whoever links to it checks the scheme. */
export const urlType = textLike({
  describeType: 'url',
  defaultLength: 255,
  comparable: true,
  groupable: true,
});
