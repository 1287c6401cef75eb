import { type CriteriaItem, columnName, fieldType, findField, type ObjectDef } from '@muster/metadata';
import { binary, call, column, type Expr, isNull, not, or, param, type SqlType } from '@muster/sql';

const COMPARISONS = {
  equals: '=',
  lessThan: '<',
  lessOrEqual: '<=',
  greaterThan: '>',
  greaterOrEqual: '>=',
} as const;

/**
 * One criterion of a sharing rule or list view as a condition on a row of `alias`.
 * @throws Error for a field or operation that deploy should have refused.
 */
export function criterionCondition(object: ObjectDef, item: CriteriaItem, alias: string): Expr {
  const field = findField(object, item.field);
  if (field === undefined) throw new Error(`Criteria on ${object.name} name no field ${item.field}`);
  const type = fieldType(field);
  const raw = column(alias, columnName(field));
  const stored = type.parse(field, item.value);
  if (!stored.ok) throw new Error(`Criteria on ${object.name}.${field.name}: ${stored.failure.message}`);
  if (stored.value === null) return item.operation === 'notEqual' ? not(isNull(raw)) : isNull(raw);
  const sqlType: SqlType = type.storage === 'id' ? 'text' : type.storage;
  const left = type.foldsCase ? call('fold', raw) : raw;
  const value = param(stored.value, sqlType);
  const right = type.foldsCase ? call('fold', value) : value;
  if (item.operation === 'notEqual') return or(binary('<>', left, right), isNull(raw)) as Expr;
  const operator = COMPARISONS[item.operation as keyof typeof COMPARISONS];
  if (operator === undefined)
    throw new Error(`Criteria on ${object.name}: unknown operation ${item.operation}`);
  return binary(operator, left, right);
}
