import type { FieldDef } from '../model.js';
import type { Parsed, ParseFailure } from './field-type.js';

const PREVIEW_UNITS = 255;

/** The outcome of storing no value. */
export const EMPTY: Parsed = { ok: true, value: null };

/** Whether a JSON value or CSV text means "no value": null, absent, or ''. */
export function isEmpty(input: unknown): input is null | undefined | '' {
  return input === null || input === undefined || input === '';
}

/** The outcome of a value that can be stored as this PostgreSQL input text. */
export function stored(value: string): Parsed {
  return { ok: true, value };
}

/** The outcome of a value that cannot be stored. */
export function refused(code: ParseFailure['code'], message: string): Parsed {
  return { ok: false, failure: { code, message } };
}

/** Refuses a JSON value of the wrong kind in the REST API's wording; `type` is the describe type. */
export function cannotDeserialize(type: string, input: unknown): Parsed {
  const [token, shown] = jsonToken(input);
  return refused('JSON_PARSER_ERROR', `Cannot deserialize instance of ${type} from ${token} value ${shown}`);
}

/** Refuses a number with more digits before the point than the field holds. */
export function outsideRange(field: FieldDef, input: unknown): Parsed {
  const shown = preview(String(input));
  return refused(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${shown}`,
  );
}

/** At most 255 UTF-16 code units of a value for an error message, never ending in half a surrogate pair. */
export function preview(text: string): string {
  if (text.length <= PREVIEW_UNITS) return text;
  const last = text.charCodeAt(PREVIEW_UNITS - 1);
  const endsInsidePair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, endsInsidePair ? PREVIEW_UNITS - 1 : PREVIEW_UNITS);
}

function jsonToken(input: unknown): readonly [token: string, shown: string] {
  switch (typeof input) {
    case 'string':
      return ['VALUE_STRING', preview(input)];
    case 'number':
      return [Number.isInteger(input) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', String(input)];
    case 'boolean':
      return [input ? 'VALUE_TRUE' : 'VALUE_FALSE', String(input)];
    default:
      return Array.isArray(input) ? ['START_ARRAY', '['] : ['START_OBJECT', '{'];
  }
}
