import type { FormulaType } from '../check/formula-type.js';
import { dayLength, instantWithinCalendar, withinCalendar } from '../javascript/calendar.js';
import { FormulaFault } from '../javascript/formula-error.js';
import { Numeric, toInteger, within } from '../javascript/numeric.js';
import { raise } from '../javascript/power.js';
import { strict, total } from '../javascript/template.js';
import { boundedText } from '../javascript/text-limit.js';
import { conjunction, disjunction, negation } from '../javascript/truth.js';
import type { Value } from '../javascript/value.js';
import { areEqual } from '../javascript/values-equal.js';
import type { Operation, Parameter, Template } from './operation.js';

type Types = readonly FormulaType[];

/** The operators, one entry for each pair of types they take. Both sides of an entry must be of its types. */
export const operators: readonly Operation[] = [
  operator(
    '+',
    ['Number', 'Number'],
    'Number',
    strict((a: Numeric, b: Numeric) => within(a.plus(b))),
  ),
  operator('+', ['Date', 'Number'], 'Date', strict(addDays)),
  operator(
    '+',
    ['Number', 'Date'],
    'Date',
    strict((days: Numeric, day: number) => addDays(day, days)),
  ),
  operator('+', ['DateTime', 'Number'], 'DateTime', strict(addToInstant)),
  operator(
    '+',
    ['Number', 'DateTime'],
    'DateTime',
    strict((n: Numeric, at: number) => addToInstant(at, n)),
  ),
  operator('+', ['Time', 'Number'], 'Time', strict(addToTime)),
  operator('+', ['Text', 'Text'], 'Text', total(concatenate)),

  operator(
    '-',
    ['Number', 'Number'],
    'Number',
    strict((a: Numeric, b: Numeric) => within(a.minus(b))),
  ),
  operator(
    '-',
    ['Date', 'Number'],
    'Date',
    strict((day: number, days: Numeric) => addDays(day, days.neg())),
  ),
  operator(
    '-',
    ['Date', 'Date'],
    'Number',
    strict((a: number, b: number) => new Numeric(a - b)),
  ),
  operator(
    '-',
    ['DateTime', 'Number'],
    'DateTime',
    strict((at: number, n: Numeric) => addToInstant(at, n.neg())),
  ),
  operator(
    '-',
    ['DateTime', 'DateTime'],
    'Number',
    strict((a: number, b: number) => new Numeric(a - b).div(dayLength)),
  ),
  operator(
    '-',
    ['Time', 'Number'],
    'Time',
    strict((time: number, n: Numeric) => addToTime(time, n.neg())),
  ),
  operator(
    '-',
    ['Time', 'Time'],
    'Number',
    strict((a: number, b: number) => new Numeric(wrapDay(a - b))),
  ),

  operator(
    '*',
    ['Number', 'Number'],
    'Number',
    strict((a: Numeric, b: Numeric) => within(a.times(b))),
  ),
  operator('/', ['Number', 'Number'], 'Number', strict(divide)),
  operator('^', ['Number', 'Number'], 'Number', strict(raise)),
  operator('&', ['Text', 'Text'], 'Text', total(concatenate)),

  operator(
    '-',
    ['Number'],
    'Number',
    strict((value: Numeric) => value.neg()),
  ),
  operator(
    '+',
    ['Number'],
    'Number',
    strict((value: Numeric) => value),
  ),
  operator('!', ['Boolean'], 'Boolean', negation),
  operator('&&', ['Boolean', 'Boolean'], 'Boolean', conjunction),
  operator('||', ['Boolean', 'Boolean'], 'Boolean', disjunction),

  ...comparisons(
    '=',
    total((a: Value, b: Value) => a === b),
    strict(areEqual),
  ),
  ...comparisons(
    '<>',
    total((a: Value, b: Value) => a !== b),
    strict((a: Value, b: Value) => !areEqual(a, b)),
  ),
  operator('=', ['Boolean', 'Boolean'], 'Boolean', strict(areEqual)),
  operator(
    '<>',
    ['Boolean', 'Boolean'],
    'Boolean',
    strict((a: Value, b: Value) => !areEqual(a, b)),
  ),
  ...orderings('<', (sign) => sign < 0),
  ...orderings('>', (sign) => sign > 0),
  ...orderings('<=', (sign) => sign <= 0),
  ...orderings('>=', (sign) => sign >= 0),
];

function operator(name: string, types: Types, returns: FormulaType, javascript: Template): Operation {
  const sides = types.length === 1 ? ['operand'] : ['left', 'right'];
  const parameters = types.map((type, index): Parameter => ({ name: sides[index] ?? 'operand', type }));
  return { name, parameters, returns, javascript };
}

/** Two blank texts are equal; any other comparison with a blank is neither true nor false. */
function comparisons(name: string, ofTexts: Template, ofOthers: Template): readonly Operation[] {
  return [
    operator(name, ['Number', 'Number'], 'Boolean', ofOthers),
    operator(name, ['Text', 'Text'], 'Boolean', ofTexts),
    operator(name, ['Date', 'Date'], 'Boolean', ofOthers),
    operator(name, ['DateTime', 'DateTime'], 'Boolean', ofOthers),
    operator(name, ['Time', 'Time'], 'Boolean', ofOthers),
  ];
}

function orderings(name: string, holds: (sign: number) => boolean): readonly Operation[] {
  const numbers = strict((a: Numeric, b: Numeric) => holds(a.comparedTo(b)));
  const others = strict((a: string | number, b: string | number) => holds(a < b ? -1 : a > b ? 1 : 0));
  return [
    operator(name, ['Number', 'Number'], 'Boolean', numbers),
    operator(name, ['Text', 'Text'], 'Boolean', others),
    operator(name, ['Date', 'Date'], 'Boolean', others),
    operator(name, ['DateTime', 'DateTime'], 'Boolean', others),
    operator(name, ['Time', 'Time'], 'Boolean', others),
  ];
}

/** Whole days only: a fraction of a day added to a date is dropped. */
function addDays(day: number, days: Numeric): number {
  return withinCalendar(day + toInteger(days));
}

/** To the nearest second. */
function addToInstant(instant: number, days: Numeric): number {
  return instantWithinCalendar(
    instant +
      days
        .times(dayLength / 1000)
        .toDecimalPlaces(0)
        .toNumber() *
        1000,
  );
}

/** Milliseconds; past midnight the clock begins again. */
function addToTime(time: number, milliseconds: Numeric): number {
  return wrapDay(time + milliseconds.trunc().mod(dayLength).toNumber());
}

function wrapDay(milliseconds: number): number {
  return ((milliseconds % dayLength) + dayLength) % dayLength;
}

function divide(left: Numeric, right: Numeric): Numeric {
  if (right.isZero()) throw new FormulaFault('DivisionByZero', 'A number is divided by zero.');
  return within(left.div(right));
}

function concatenate(left: string | null, right: string | null): string | null {
  if (left === null) return right;
  return right === null ? left : boundedText(left + right);
}
