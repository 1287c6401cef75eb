import { FormulaFault } from './formula-error.js';
import { type Numeric, within, zero } from './numeric.js';

/** Powers nearer to zero than this are zero. */
const smallestExponent = -39;

/** The `^` operator: whole exponents only, as in Salesforce (a root is SQRT or EXP of LN). */
export function raise(base: Numeric, exponent: Numeric): Numeric {
  if (!exponent.isInteger() || (base.isZero() && exponent.isNegative() && !exponent.isZero())) {
    throw new FormulaFault(
      'OutOfRange',
      "The exponent of operator '^' must be a whole number, and not negative for 0.",
    );
  }
  const power = within(base.pow(exponent));
  return power.e < smallestExponent ? zero : power;
}
