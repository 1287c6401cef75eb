import { dayLength, parseTime, splitInstant } from '../javascript/calendar.js';
import { FormulaFault } from '../javascript/formula-error.js';
import { Numeric } from '../javascript/numeric.js';
import { strict } from '../javascript/template.js';
import type { Operation } from './operation.js';
import { required } from './parameter.js';

const time = required('time', 'Time');

function partOfTime(name: string, unit: number, count: number): Operation {
  return {
    name,
    parameters: [time],
    returns: 'Number',
    javascript: strict((value: number) => new Numeric(Math.floor(value / unit) % count)),
  };
}

/** Times of day carry no zone; taken from a date-time they are in GMT. */
export const timeFunctions: readonly Operation[] = [
  {
    name: 'TIMEVALUE',
    parameters: [required('value', 'Text')],
    returns: 'Time',
    javascript: strict((text: string) => {
      const value = parseTime(text);
      if (value !== undefined) return value;
      throw new FormulaFault('InvalidDate', `The value '${text.slice(0, 80)}' is not a valid time.`);
    }),
  },
  {
    name: 'TIMEVALUE',
    parameters: [required('value', 'DateTime')],
    returns: 'Time',
    javascript: strict((instant: number) => splitInstant(instant).time),
  },
  {
    name: 'TIMENOW',
    parameters: [],
    returns: 'Time',
    javascript: () => (run) => splitInstant(run.now).time,
  },
  partOfTime('HOUR', dayLength / 24, 24),
  partOfTime('MINUTE', 60_000, 60),
  partOfTime('SECOND', 1000, 60),
  partOfTime('MILLISECOND', 1, 1000),
];
