import { Decimal } from 'decimal.js';
import { FormulaFault } from '../javascript/formula-error.js';
import { Numeric, toInteger, within, zero } from '../javascript/numeric.js';
import { strict } from '../javascript/template.js';
import type { Operation } from './operation.js';
import { repeated, required } from './parameter.js';

const number = required('number', 'Number');
const digits = required('num_digits', 'Number');

/**
 * Digits kept before rounding to a whole number. It is six fewer than a result has, so that (1 / 9) * 9 is 1 and
 * not 0.999… when it is cut off; Salesforce does the same.
 */
const significantBeforeWhole = 33;

/** One parameter `number`, blank for a blank. */
function ofOneNumber(name: string, apply: (value: Numeric) => Numeric): Operation {
  return { name, parameters: [number], returns: 'Number', javascript: strict(apply) };
}

export const numberFunctions: readonly Operation[] = [
  ofOneNumber('ABS', (value) => value.abs()),
  ofOneNumber('CEILING', (value) =>
    settled(value, Decimal.ROUND_HALF_DOWN).toDecimalPlaces(0, Decimal.ROUND_UP),
  ),
  ofOneNumber('FLOOR', (value) =>
    settled(value, Decimal.ROUND_HALF_UP).toDecimalPlaces(0, Decimal.ROUND_DOWN),
  ),
  ofOneNumber('MCEILING', (value) => settled(value, Decimal.ROUND_HALF_DOWN).ceil()),
  ofOneNumber('MFLOOR', (value) => settled(value, Decimal.ROUND_HALF_UP).floor()),
  ofOneNumber('SQRT', (value) => defined(value.sqrt(), 'SQRT')),
  ofOneNumber('EXP', (value) => within(value.exp())),
  ofOneNumber('LN', (value) => defined(value.ln(), 'LN')),
  ofOneNumber('LOG', (value) => defined(value.log(10), 'LOG')),
  {
    name: 'ROUND',
    parameters: [number, digits],
    returns: 'Number',
    javascript: strict((value: Numeric, places: Numeric) => roundTo(value, places, Decimal.ROUND_HALF_UP)),
  },
  {
    name: 'TRUNC',
    parameters: [number, digits],
    returns: 'Number',
    javascript: strict((value: Numeric, places: Numeric) => roundTo(value, places, Decimal.ROUND_DOWN)),
  },
  {
    name: 'MOD',
    parameters: [number, required('divisor', 'Number')],
    returns: 'Number',
    javascript: strict((value: Numeric, divisor: Numeric) => {
      if (divisor.isZero()) throw new FormulaFault('DivisionByZero', 'The divisor of MOD is zero.');
      return value.mod(divisor);
    }),
  },
  {
    name: 'MAX',
    parameters: [repeated('number', 'Number')],
    returns: 'Number',
    javascript: strict((...values: Numeric[]) => Numeric.max(...values)),
  },
  {
    name: 'MIN',
    parameters: [repeated('number', 'Number')],
    returns: 'Number',
    javascript: strict((...values: Numeric[]) => Numeric.min(...values)),
  },
];

function settled(value: Numeric, rounding: Decimal.Rounding): Numeric {
  return value.toSignificantDigits(significantBeforeWhole, rounding);
}

/** A negative number of places rounds to tens, hundreds and so on. */
function roundTo(value: Numeric, places: Numeric, rounding: Decimal.Rounding): Numeric {
  const count = toInteger(places);
  if (count >= 0) return value.toDecimalPlaces(Math.min(count, 1000), rounding);
  if (-count > value.e + 1) return zero;
  const unit = within(new Numeric(10).pow(-count));
  return within(value.div(unit).toDecimalPlaces(0, rounding).times(unit));
}

/** A root or a logarithm, unless its argument had none. */
function defined(result: Numeric, name: string): Numeric {
  if (result.isFinite()) return result;
  throw new FormulaFault('OutOfRange', `${name} is not defined for this number.`);
}
