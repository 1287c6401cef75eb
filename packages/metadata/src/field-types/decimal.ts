import type { FieldDef } from '../model.js';
import type { FieldType, Parsed } from './field-type.js';
import { cannotDeserialize, EMPTY, isEmpty, outsideRange, stored } from './parse-result.js';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const MAX_WRITTEN_DIGITS = 400;

/** A field type for decimal numbers with a fixed scale, under its describe type. */
export function decimalType(describeType: string): FieldType {
  return {
    storage: 'numeric',
    columnType: (field) => `numeric(${field.precision ?? 18},${field.scale ?? 0})`,
    parse: (field, input) => parseDecimal(field, input, describeType),
    toJson: withoutTrailingZeros,
    toPlainText: withoutTrailingZeros,
    describeType,
    soapType: 'xsd:double',
    filterable: true,
    sortable: true,
    groupable: false,
    declarationFlaw: precisionFlaw,
    foldsCase: false,
    formulaType: 'Number',
  };
}

/**
 * Checks a number written as JSON number or text (`12.5`, `1.39E+08`). Digits past the field's scale are rounded
 * half away from zero, as PostgreSQL's `numeric` does; too many digits before the point are refused.
 */
export function parseDecimal(field: FieldDef, input: unknown, describeType: string): Parsed {
  if (isEmpty(input)) return EMPTY;
  if (typeof input !== 'string' && typeof input !== 'number') return cannotDeserialize(describeType, input);
  const text = String(input);
  const match = text.length <= MAX_WRITTEN_DIGITS ? DECIMAL.exec(text) : null;
  if (match === null) return cannotDeserialize(describeType, input);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return cannotDeserialize(describeType, input);

  const scale = field.scale ?? 0;
  const digits = roundedDigits(whole + fraction, fraction.length - Number(exponent), scale);
  if (digits.length > (field.precision ?? 18)) return outsideRange(field, input);
  const padded = digits.padStart(scale + 1, '0');
  const point = padded.length - scale;
  const value = scale === 0 ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
  return stored(sign === '-' && digits !== '' ? `-${value}` : value);
}

/**
 * The significant digits of `digits × 10^-digitsScale` at `scale` decimals, without leading zeros ('' is zero).
 * A number too large for any field comes back cut to 400 digits, which is still too large.
 */
function roundedDigits(digits: string, digitsScale: number, scale: number): string {
  const significant = digits.replace(/^0+/, '');
  const shift = scale - digitsScale;
  if (significant === '') return '';
  if (shift >= 0) return significant + '0'.repeat(Math.min(shift, MAX_WRITTEN_DIGITS));
  const cut = significant.length + shift;
  if (cut < 0) return '';
  const kept = BigInt(significant.slice(0, cut) || '0');
  const rounded = significant.charCodeAt(cut) >= 0x35 ? kept + 1n : kept;
  return rounded === 0n ? '' : rounded.toString();
}

function precisionFlaw({ precision, scale }: FieldDef): string | undefined {
  if (precision === undefined) return '<precision> is missing';
  if (scale === undefined) return '<scale> is missing';
  if (precision < 1 || precision > 18) return `<precision> is ${precision}, expected 1 to 18`;
  return scale > precision ? `<scale> is ${scale}, expected at most the precision, ${precision}` : undefined;
}

/** `100.00` as `100.0` and `12.50` as `12.5`, the way the API writes doubles; whole numbers stay as they are. */
function withoutTrailingZeros(text: string): string {
  const point = text.indexOf('.');
  if (point < 0) return text;
  let end = text.length;
  while (end > point + 2 && text.charCodeAt(end - 1) === 0x30) end -= 1;
  return text.slice(0, end);
}
