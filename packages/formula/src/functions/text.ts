import { formatDay, formatSeconds, formatTime, splitInstant } from '../javascript/calendar.js';
import { FormulaFault } from '../javascript/formula-error.js';
import { formatNumeric, Numeric, parseNumeric, toInteger, zero } from '../javascript/numeric.js';
import { createPatternMatcher } from '../javascript/regex/match-pattern.js';
import { strict, total } from '../javascript/template.js';
import { characterCount, characters } from '../javascript/text-characters.js';
import { checkTextLength } from '../javascript/text-limit.js';
import type { Operation, Template } from './operation.js';
import { optional, required } from './parameter.js';

const text = required('text', 'Text');
const locale = optional('locale', 'Text');

/** TEXT of one type; date-times are shown in GMT with a Z. */
function textOf(parameter: Operation['parameters'][number], javascript: Template): Operation {
  return { name: 'TEXT', parameters: [parameter], returns: 'Text', javascript };
}

export const textFunctions: readonly Operation[] = [
  textOf(required('value', 'Number'), strict(formatNumeric)),
  textOf(required('value', 'Date'), strict(formatDay)),
  textOf(
    required('value', 'DateTime'),
    strict((instant: number) => {
      const { day, time } = splitInstant(instant);
      return `${formatDay(day)} ${formatSeconds(Math.floor(time / 1000))}Z`;
    }),
  ),
  textOf(required('value', 'Time'), strict(formatTime)),
  textOf(
    required('value', 'Picklist'),
    strict((chosen: string) => chosen),
  ),
  { name: 'VALUE', parameters: [text], returns: 'Number', javascript: strict(toNumber) },
  {
    name: 'ISNUMBER',
    parameters: [text],
    returns: 'Boolean',
    javascript: total((value: string | null) => value !== null && isNumber(value)),
  },
  {
    name: 'LEN',
    parameters: [text],
    returns: 'Number',
    javascript: total((value: string | null) => (value === null ? zero : new Numeric(characterCount(value)))),
  },
  {
    name: 'LEFT',
    parameters: [text, required('num_chars', 'Number')],
    returns: 'Text',
    javascript: strict((value: string, count: Numeric) => slice(value, 0, toInteger(count))),
  },
  {
    name: 'RIGHT',
    parameters: [text, required('num_chars', 'Number')],
    returns: 'Text',
    javascript: strict((value: string, count: Numeric) => {
      const length = characterCount(value);
      return slice(value, Math.max(0, length - Math.max(0, toInteger(count))), length);
    }),
  },
  {
    name: 'MID',
    parameters: [text, required('start_num', 'Number'), required('num_chars', 'Number')],
    returns: 'Text',
    javascript: strict((value: string, start: Numeric, count: Numeric) => {
      const from = Math.max(1, toInteger(start)) - 1;
      return slice(value, from, from + Math.max(0, toInteger(count)));
    }),
  },
  { name: 'TRIM', parameters: [text], returns: 'Text', javascript: strict(trimSpaces) },
  {
    name: 'UPPER',
    parameters: [text, locale],
    returns: 'Text',
    javascript: total(
      (value: string | null, tag?: string | null) => value?.toLocaleUpperCase(language(tag)) ?? null,
    ),
  },
  {
    name: 'LOWER',
    parameters: [text, locale],
    returns: 'Text',
    javascript: total(
      (value: string | null, tag?: string | null) => value?.toLocaleLowerCase(language(tag)) ?? null,
    ),
  },
  {
    name: 'CONTAINS',
    parameters: [text, required('compare_text', 'Text')],
    returns: 'Boolean',
    javascript: total(
      (value: string | null, part: string | null) => part === null || (value?.includes(part) ?? null),
    ),
  },
  {
    name: 'BEGINS',
    parameters: [text, required('compare_text', 'Text')],
    returns: 'Boolean',
    javascript: total(
      (value: string | null, part: string | null) => part === null || (value?.startsWith(part) ?? null),
    ),
  },
  {
    name: 'FIND',
    parameters: [required('search_text', 'Text'), text, optional('start_num', 'Number')],
    returns: 'Number',
    javascript: total(find),
  },
  {
    name: 'SUBSTITUTE',
    parameters: [text, required('old_text', 'Text'), required('new_text', 'Text')],
    returns: 'Text',
    javascript: total(substitute),
  },
  {
    name: 'LPAD',
    parameters: [text, required('padded_length', 'Number'), optional('pad_string', 'Text')],
    returns: 'Text',
    javascript: total((value: string | null, length: Numeric | null, pad?: string | null) =>
      padded(value, length, pad, (body, padding) => padding + body),
    ),
  },
  {
    name: 'RPAD',
    parameters: [text, required('padded_length', 'Number'), optional('pad_string', 'Text')],
    returns: 'Text',
    javascript: total((value: string | null, length: Numeric | null, pad?: string | null) =>
      padded(value, length, pad, (body, padding) => body + padding),
    ),
  },
  {
    name: 'REGEX',
    parameters: [text, required('regex_text', 'Text')],
    returns: 'Boolean',
    javascript: (args) => {
      const matches = createPatternMatcher();
      return total((value: string | null, pattern: string | null) => matches(pattern ?? '', value ?? ''))(
        args,
      );
    },
  },
];

function toNumber(value: string): Numeric {
  const number = parseNumeric(value);
  if (number === undefined)
    throw new FormulaFault('InvalidNumber', `The value '${value.slice(0, 80)}' is not a valid number.`);
  return number;
}

function isNumber(value: string): boolean {
  return parseNumeric(value) !== undefined;
}

/** Characters `from` up to and not including `to`, counted from 0; blank when there are none. */
function slice(value: string, from: number, to: number): string | null {
  if (to <= from) return null;
  return characters(value).slice(from, to) || null;
}

function trimSpaces(value: string): string | null {
  return value.replace(/^ +| +$/g, '') || null;
}

/** A language code, perhaps with a country, `tr` or `tr_TR`; anything else is read as English. */
function language(tag: string | null | undefined): string | undefined {
  return /^[a-z]{2}([_-][A-Z]{2})?$/.test(tag ?? '') ? tag?.replace('_', '-') : 'en';
}

/** The position of the first find at or after the start, counted from 1; 0 when there is none. */
function find(part: string | null, value: string | null, start?: Numeric | null): Numeric {
  if (part === null || value === null) return zero;
  const all = characters(value);
  const from = Math.max(0, toInteger(start ?? zero) - 1);
  return new Numeric(all.indexOf(part, from) + 1);
}

function substitute(value: string | null, old: string | null, next: string | null): string | null {
  if (value === null || old === null) return null;
  const parts = value.split(old);
  const replacement = next ?? '';
  checkTextLength(value.length + (parts.length - 1) * (replacement.length - old.length));
  return parts.join(replacement) || null;
}

function padded(
  value: string | null,
  length: Numeric | null,
  pad: string | null | undefined,
  join: (body: string, padding: string) => string,
): string | null {
  if (value === null || length === null) return null;
  const wanted = toInteger(length);
  checkTextLength(wanted);
  const missing = wanted - characterCount(value);
  if (missing <= 0) return slice(value, 0, wanted);
  const filling = pad === undefined ? ' ' : pad;
  if (filling === null) return value;
  const times = Math.ceil(missing / characterCount(filling));
  return join(value, characters(filling.repeat(times)).slice(0, missing));
}
