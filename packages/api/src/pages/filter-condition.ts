import { MusterError, tryParseId } from '@muster/kernel';
import {
  type CriteriaItem,
  type FieldDef,
  fieldType,
  findField,
  type ObjectDef,
  referencePath,
} from '@muster/metadata';
import type { Session } from '@muster/records';
import { soql, soqlContains, soqlDate, soqlNames } from '@muster/soql';
import { dayBounds, dayOf, filterValues, readFilterDate } from './filter-value.js';

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

const COMPARISONS: Readonly<Record<string, Operator>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  lessOrEqual: '<=',
  greaterThan: '>',
  greaterOrEqual: '>=',
};

/**
 * One filter of a list view as a condition of SOQL. Several values of a filter are alternatives, and none of them may be
 * met where the filter says what records are not (Salesforce Help, "Filter Operators Reference").
 * @throws MusterError INVALID_FIELD for a value that does not go with the field
 */
export function filterCondition(session: Session, object: ObjectDef, filter: CriteriaItem): string {
  const values = filterValues(filter.value);
  const field = findField(object, filter.field);
  const { path, kind } = whatIsCompared(session, object, filter.field, field, values);
  switch (filter.operation) {
    case 'contains':
      return kind === 'multipicklist' ? includes(path, values, 'INCLUDES') : like(path, values, soqlContains);
    case 'notContain':
      return kind === 'multipicklist'
        ? includes(path, values, 'EXCLUDES')
        : `(NOT ${like(path, values, soqlContains)})`;
    case 'startsWith':
      return like(path, values, beginning);
    case 'includes':
      return includes(path, values, 'INCLUDES');
    case 'excludes':
      return includes(path, values, 'EXCLUDES');
    default: {
      const operator = COMPARISONS[filter.operation];
      if (operator === undefined) throw new Error(`No filter operation: ${filter.operation}`);
      const each = values.map((value) => comparison(session, path, kind, operator, value));
      return each.length === 1 ? each.join('') : `(${each.join(operator === '!=' ? ' AND ' : ' OR ')})`;
    }
  }
}

/** A lookup is compared by the name of its record, unless ids are given. */
function whatIsCompared(
  session: Session,
  object: ObjectDef,
  name: string,
  field: FieldDef | undefined,
  values: readonly string[],
): { readonly path: string; readonly kind: string } {
  if (field === undefined) return { path: name, kind: 'string' };
  const { describeType } = fieldType(field);
  const byName = values.some((value) => value !== '' && tryParseId(value) === undefined);
  const reference = byName ? referencePath(object, field, session.snapshot) : undefined;
  return reference === undefined
    ? { path: field.name, kind: describeType }
    : { path: reference.path, kind: 'string' };
}

function comparison(session: Session, path: string, kind: string, operator: Operator, value: string): string {
  const name = soqlNames(path);
  if (kind === 'boolean') return `${path} ${operator} ${readFlag(value)}`;
  if (value === '') return operator === '=' || operator === '!=' ? `${path} ${operator} null` : nothing(path);
  switch (kind) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return `${path} ${operator} ${readNumber(value)}`;
    case 'date':
    case 'datetime':
      return dateComparison(session, path, kind, operator, value);
    case 'time':
      return `${path} ${operator} ${readTime(value)}`;
    default:
      return `${soql`${name}`} ${operator} ${soql`${value}`}`;
  }
}

function dateComparison(
  { principal: { timeZone } }: Session,
  path: string,
  kind: 'date' | 'datetime',
  operator: Operator,
  value: string,
): string {
  const date = readFilterDate(value);
  if (date.kind === 'range') return `${path} ${operator} ${date.literal}`;
  if (date.kind === 'instant' && kind === 'datetime')
    return `${path} ${operator} ${soql`${{ dateTime: date.milliseconds }}`}`;
  const day = date.kind === 'day' ? date.day : dayOf(date.milliseconds, timeZone);
  if (kind === 'date') return `${path} ${operator} ${soql`${soqlDate(day)}`}`;
  const { start, end } = dayBounds(day, timeZone);
  switch (operator) {
    case '=':
      return `(${path} >= ${start} AND ${path} < ${end})`;
    case '!=':
      return `(${path} < ${start} OR ${path} >= ${end} OR ${path} = null)`;
    case '<':
    case '>=':
      return `${path} ${operator} ${start}`;
    case '<=':
      return `${path} < ${end}`;
    case '>':
      return `${path} >= ${end}`;
  }
}

function like(path: string, values: readonly string[], pattern: typeof soqlContains): string {
  const each = values.map((value) =>
    value === '' ? nothing(path) : `${path} LIKE ${soql`${pattern(value)}`}`,
  );
  return each.length === 1 ? each.join('') : `(${each.join(' OR ')})`;
}

/** A text as a LIKE pattern of what begins with it. */
function beginning(text: string): ReturnType<typeof soqlContains> {
  const { fragment } = soqlContains(text);
  return { fragment: fragment.replace(/^'%/, "'") };
}

function includes(path: string, values: readonly string[], operator: 'INCLUDES' | 'EXCLUDES'): string {
  return `${path} ${operator} ${soql`${values}`}`;
}

/** What no record meets: nothing is both there and not. */
function nothing(path: string): string {
  return `(${path} = null AND ${path} != null)`;
}

function readFlag(value: string): boolean {
  if (/^(1|true)$/i.test(value)) return true;
  if (/^(0|false|)$/i.test(value)) return false;
  throw wrongValue(value, 'true or false');
}

function readNumber(value: string): string {
  const plain = value
    .replaceAll(/[\s,]/g, '')
    .replace(/^[A-Z]{3}/, '')
    .replace(/%$/, '');
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) throw wrongValue(value, 'a number');
  return plain;
}

function readTime(value: string): string {
  if (!/^\d{2}:\d{2}:\d{2}(\.\d{3})?Z?$/.test(value)) throw wrongValue(value, 'a time such as 10:30:00');
  return value.endsWith('Z') ? value : `${value}Z`;
}

function wrongValue(value: string, wanted: string): MusterError {
  return new MusterError(
    'INVALID_FIELD',
    `The filter of the list view has ${value} where ${wanted} is expected`,
  );
}
