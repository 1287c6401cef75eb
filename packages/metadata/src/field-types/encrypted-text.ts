import type { FieldDef, MaskDef } from '../model.js';
import type { FieldType } from './field-type.js';
import { textLike } from './text-like.js';

/**
 * Text that only readers with the right to view encrypted data see in clear. It cannot be filtered, sorted or grouped
 * by, or the mask would be found out by asking.
 */
export const encryptedTextType: FieldType = {
  ...textLike({
    describeType: 'encryptedstring',
    defaultLength: 175,
    comparable: false,
    groupable: false,
    customLengths: [1, 175],
  }),
  mask: (field, text) => masked(field, text),
  declarationFlaw(field) {
    const { length } = field;
    if (length === undefined) return '<length> is missing';
    if (length < 1 || length > 175) return `<length> is ${length}, expected 1 to 175`;
    if (field.unique) return 'an encrypted field cannot be unique';
    return field.required ? 'an encrypted field cannot be required' : undefined;
  },
};

/** The characters each kind of mask leaves readable, counted from the end; separators of grouped numbers stay. */
const KEPT_AT_END: Readonly<Record<MaskDef['type'], number>> = {
  all: 0,
  lastFour: 4,
  creditCard: 4,
  ssn: 4,
  nino: 0,
  sin: 4,
};

function masked({ mask }: FieldDef, text: string): string {
  const { type, character } = mask ?? { type: 'all', character: '*' };
  const characters = [...text];
  const firstKept = characters.length - KEPT_AT_END[type];
  return characters
    .map((one, at) => (at >= firstKept || (type !== 'all' && /[\s-]/.test(one)) ? one : character))
    .join('');
}
