import { Numeric } from './numeric.js';
import type { Value } from './value.js';

/** Whether two values of one type are the same; numbers by value, so 1.0 is 1. */
export function areEqual(left: Value, right: Value): boolean {
  return Numeric.isDecimal(left) && Numeric.isDecimal(right) ? left.equals(right) : left === right;
}
