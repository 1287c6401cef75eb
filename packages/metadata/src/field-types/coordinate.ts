import { decimalType, parseDecimal } from './decimal.js';
import type { FieldType } from './field-type.js';
import { outsideRange } from './parse-result.js';

/** Half of a place in decimal degrees: a latitude, at most 90 either way, or a longitude, at most 180. */
export function coordinateType(limit: number): FieldType {
  const double = decimalType('double');
  return {
    ...double,
    columnType: () => 'numeric(18,15)',
    parse(field, input) {
      const parsed = parseDecimal({ ...field, precision: 18, scale: 15 }, input, 'double');
      if (!parsed.ok || parsed.value === null) return parsed;
      return Math.abs(Number(parsed.value)) > limit ? outsideRange(field, input) : parsed;
    },
    declarationFlaw: () => undefined,
  };
}
