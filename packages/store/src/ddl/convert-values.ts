import { type FieldDef, type FieldType, fieldType } from '@muster/metadata';

/** Values that have no form in the new type, so that the field cannot change while there are any. */
interface Misfit {
  /** SQL over the old column. */
  readonly condition: string;
  /** What such records have, as it stands behind "with": `more than 20 characters`. */
  readonly what: string;
}

/** How the values of a field become those of another type: all of them, unchanged in meaning, or the change is refused. */
export interface Conversion {
  /** The new value as SQL over the old column, null for misfits; undefined when values stay as they are stored. */
  readonly value: string | undefined;
  readonly misfits: readonly Misfit[];
}

/** The conversion of a field's values, with the quoted name of its column; undefined when there is none. */
export function conversionOf(before: FieldDef, after: FieldDef, column: string): Conversion | undefined {
  const change = { before, after, from: fieldType(before), to: fieldType(after), column };
  const { from, to } = change;
  if ((from.mask === undefined) !== (to.mask === undefined)) return undefined;
  const isAlike = from.storage === to.storage && from.soapType === to.soapType;
  if (isAlike) return (alike[from.storage] ?? asStored)(change);
  return between[`${from.storage} to ${to.storage}`]?.(change);
}

interface Change {
  readonly before: FieldDef;
  readonly after: FieldDef;
  readonly from: FieldType;
  readonly to: FieldType;
  /** Quoted. */
  readonly column: string;
}

type Convert = (change: Change) => Conversion;

const asStored: Convert = () => ({ value: undefined, misfits: [] });

/** Between fields whose values are stored alike. */
const alike: Readonly<Record<string, Convert>> = {
  text: (change) => ({ value: undefined, misfits: [...tooLong(change), ...notAllowed(change)] }),
  id: ({ from, to, column }) => ({
    value: undefined,
    misfits:
      to.reference === 'master' && from.reference !== 'master'
        ? [{ condition: `${column} is null`, what: 'no parent' }]
        : [],
  }),
  numeric: ({ before, after, to, column }) => {
    const [was, is] = [digitsOf(before), digitsOf(after)];
    const misfits: Misfit[] = [];
    if (is.whole < was.whole) {
      misfits.push({
        condition: `abs(${column}) >= 1e${is.whole}::numeric`,
        what: `more than ${is.whole} digits before the point`,
      });
    }
    if (is.fraction < was.fraction) {
      misfits.push({
        condition: `${column} <> round(${column}, ${is.fraction})`,
        what: `more than ${is.fraction} decimal places`,
      });
    }
    if (is.fraction === was.fraction && is.whole >= was.whole) return { value: undefined, misfits };
    return { value: unless(misfits, `${column}::${to.columnType(after)}`), misfits };
  },
};

const between: Readonly<Record<string, Convert>> = {
  'text to numeric': ({ after, to, column }) => {
    const { whole, fraction } = digitsOf(after);
    const number = `^[+-]?0*[0-9]{0,${whole}}(\\.[0-9]{0,${fraction}}0*)?$`;
    return unlessMisfit(`${column}::${to.columnType(after)}`, {
      condition: `(${column} !~ '${number}' or ${column} !~ '[0-9]')`,
      what: `a text that is no number of at most ${whole} digits before the point and ${fraction} after it`,
    });
  },
  'text to boolean': ({ column }) => ({
    value: `coalesce(lower(${column}) in (${TRUE_TEXTS}), false)`,
    misfits: [
      {
        condition: `lower(${column}) not in (${TRUE_TEXTS}, ${FALSE_TEXTS})`,
        what: 'a text other than true and false',
      },
    ],
  }),
  'text to date': ({ column }) =>
    unlessMisfit(`${column}::date`, {
      condition: `case when ${column} ~ '${DAY}' then right(${column}, 2)::int > extract(day from
        make_date(left(${column}, 4)::int, substr(${column}, 6, 2)::int, 1) + interval '1 month - 1 day')
        else ${column} is not null end`,
      what: 'a text that is no date such as 2026-11-25',
    }),
  'numeric to text': (change) => asText(change, `trim_scale(${change.column})::text`),
  'boolean to text': (change) => asText(change, `case when ${change.column} then 'true' else 'false' end`),
  'date to text': (change) => asText(change, `to_char(${change.column}, 'YYYY-MM-DD')`),
  'timestamptz to text': (change) =>
    asText(change, `to_char(${change.column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`),
  'date to timestamptz': ({ column }) => ({
    value: `${column}::timestamp at time zone 'UTC'`,
    misfits: [],
  }),
  'timestamptz to date': ({ column }) =>
    unlessMisfit(`(${column} at time zone 'UTC')::date`, {
      condition: `${column} <> date_trunc('day', ${column}, 'UTC')`,
      what: 'a time other than 00:00 UTC',
    }),
};

/** As the Bulk API spells them. */
const TRUE_TEXTS = `'true', 'yes', 'y', 'on', '1', 't'`;
const FALSE_TEXTS = `'false', 'no', 'n', 'off', '0', 'f'`;
/** The years a date may have. */
const DAY = '^((1[7-9]|[23][0-9])[0-9]{2}|4000)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

function digitsOf(field: FieldDef): { readonly whole: number; readonly fraction: number } {
  const fraction = field.scale ?? 0;
  return { whole: (field.precision ?? 18) - fraction, fraction };
}

function unlessMisfit(value: string, misfit: Misfit): Conversion {
  return { value: unless([misfit], value), misfits: [misfit] };
}

/** SQL that is null where casting would fail: rows may become misfits while others are converted. */
function unless(misfits: readonly Misfit[], value: string): string {
  if (misfits.length === 0) return value;
  const conditions = misfits.map(({ condition }) => condition).join(' or ');
  return `case when ${conditions} then null else ${value} end`;
}

function asText({ after, to }: Change, value: string): Conversion {
  return { value, misfits: longerThan(limitOf(after, to), `(${value})`) };
}

/** A field that gets shorter, by its length or its type. */
function tooLong({ before, after, from, to, column }: Change): readonly Misfit[] {
  const limit = limitOf(after, to);
  return limit < limitOf(before, from) ? longerThan(limit, column) : [];
}

function longerThan(limit: number, value: string): readonly Misfit[] {
  if (!Number.isFinite(limit)) return [];
  return [{ condition: `char_length(${value}) > ${limit}`, what: `more than ${limit} characters` }];
}

function limitOf(field: FieldDef, type: FieldType): number {
  return field.length ?? type.defaultLength ?? Number.POSITIVE_INFINITY;
}

/** Values of another form than the new type takes. */
function notAllowed({ from, to, column }: Change): readonly Misfit[] {
  if (from.describeType === to.describeType) return [];
  if (to.describeType === 'email')
    return [{ condition: `${column} !~ '${ADDRESS}'`, what: 'a text that is no e-mail address' }];
  if (to.describeType === 'picklist' && from.describeType === 'multipicklist')
    return [{ condition: `position(';' in ${column}) > 0`, what: 'several values' }];
  return [];
}

const ADDRESS = '^[^@[:space:]]+@[^@.[:space:]]+(\\.[^@.[:space:]]+)+$';
