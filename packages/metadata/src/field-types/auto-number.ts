import type { FieldType } from './field-type.js';
import { isAutoNumberFormat } from './format-auto-number.js';
import { textLike } from './text-like.js';

/** A running number in the field's display format. The system writes it; see `formatAutoNumber`. */
export const autoNumberType: FieldType = {
  ...textLike({ describeType: 'string', defaultLength: 30, comparable: true, groupable: false }),
  isSystemWritten: true,
  canBeExternalId: true,
  declarationFlaw({ displayFormat }) {
    if (displayFormat !== undefined && isAutoNumberFormat(displayFormat)) return undefined;
    return `<displayFormat> is ${displayFormat ?? 'missing'}, expected one counter such as A-{0000}`;
  },
};
