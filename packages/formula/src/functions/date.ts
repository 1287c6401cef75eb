import {
  addMonths,
  civilOf,
  dayLength,
  dayOf,
  instantWithinCalendar,
  parseDay,
  parseInstant,
  splitInstant,
} from '../javascript/calendar.js';
import { FormulaFault } from '../javascript/formula-error.js';
import { Numeric, toInteger } from '../javascript/numeric.js';
import { strict, strictWithRun } from '../javascript/template.js';
import type { Operation } from './operation.js';
import { required } from './parameter.js';

const date = required('date', 'Date');

function partOfDate(name: string, part: (day: number) => number): Operation {
  return {
    name,
    parameters: [date],
    returns: 'Number',
    javascript: strict((day: number) => new Numeric(part(day))),
  };
}

export const dateFunctions: readonly Operation[] = [
  {
    name: 'TODAY',
    parameters: [],
    returns: 'Date',
    javascript: () => (run) => run.localDay(run.now, run.timeZone),
  },
  { name: 'NOW', parameters: [], returns: 'DateTime', javascript: () => (run) => run.now },
  {
    name: 'DATE',
    parameters: [required('year', 'Number'), required('month', 'Number'), required('day', 'Number')],
    returns: 'Date',
    javascript: strict((year: Numeric, month: Numeric, day: Numeric) => {
      const found = dayOf({ year: toInteger(year), month: toInteger(month), day: toInteger(day) });
      if (found === undefined)
        throw new FormulaFault('InvalidDate', 'Year, month or day of DATE is out of range.');
      return found;
    }),
  },
  partOfDate('YEAR', (day) => civilOf(day).year),
  partOfDate('MONTH', (day) => civilOf(day).month),
  partOfDate('DAY', (day) => civilOf(day).day),
  partOfDate('WEEKDAY', (day) => ((((day + 4) % 7) + 7) % 7) + 1),
  {
    name: 'DATEVALUE',
    parameters: [required('expression', 'Text')],
    returns: 'Date',
    javascript: strict((text: string) => valid(parseDay(text.trimEnd()), text, 'date')),
  },
  {
    name: 'DATEVALUE',
    parameters: [required('expression', 'DateTime')],
    returns: 'Date',
    javascript: strictWithRun((run, instant: number) => run.localDay(instant, run.timeZone)),
  },
  {
    name: 'DATEVALUE',
    parameters: [date],
    returns: 'Date',
    javascript: strict((day: number) => day),
  },
  {
    name: 'DATETIMEVALUE',
    parameters: [required('expression', 'Text')],
    returns: 'DateTime',
    javascript: strict((text: string) => valid(parseInstant(text.trimEnd()), text, 'date and time')),
  },
  {
    name: 'DATETIMEVALUE',
    parameters: [date],
    returns: 'DateTime',
    javascript: strict((day: number) => day * dayLength),
  },
  {
    name: 'DATETIMEVALUE',
    parameters: [required('expression', 'DateTime')],
    returns: 'DateTime',
    javascript: strict((instant: number) => instant),
  },
  {
    name: 'ADDMONTHS',
    parameters: [date, required('num', 'Number')],
    returns: 'Date',
    javascript: strict((day: number, months: Numeric) => addMonths(day, toInteger(months))),
  },
  {
    name: 'ADDMONTHS',
    parameters: [required('date', 'DateTime'), required('num', 'Number')],
    returns: 'DateTime',
    javascript: strict((instant: number, months: Numeric) => {
      const { day, time } = splitInstant(instant);
      return instantWithinCalendar(addMonths(day, toInteger(months)) * dayLength + time);
    }),
  },
];

function valid(value: number | undefined, text: string, what: string): number {
  if (value !== undefined) return value;
  throw new FormulaFault('InvalidDate', `The value '${text.slice(0, 80)}' is not a valid ${what}.`);
}
