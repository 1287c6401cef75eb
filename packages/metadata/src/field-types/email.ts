import type { FieldType } from './field-type.js';
import { preview, refused } from './parse-result.js';
import { parseText, textLike } from './text-like.js';

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;
const LENGTH = 80;

/** An e-mail address of the usual form: a dot-atom, `@`, and a domain of at least two labels. */
export const emailType: FieldType = {
  ...textLike({ describeType: 'email', defaultLength: LENGTH, comparable: true, groupable: true }),
  canBeExternalId: true,
  parse(field, input) {
    const parsed = parseText(field, input, 'email', LENGTH);
    if (!parsed.ok || parsed.value === null || isEmailAddress(parsed.value)) return parsed;
    return refused(
      'INVALID_EMAIL_ADDRESS',
      `${field.label}: invalid email address: ${preview(parsed.value)}`,
    );
  },
};

/** Whether a text has the form of an e-mail address people are given: `nia.calder@example.org`. */
export function isEmailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    labels.length >= 2 &&
    labels.every((label) => label.length <= 63 && DOMAIN_LABEL.test(label)) &&
    LOCAL_PART.test(text.slice(0, at))
  );
}
