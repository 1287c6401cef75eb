import type { RuleRecord } from '../operation.js';

/** Whether a save turns a checkbox, by its column, to this value from the other. */
export function becomes(
  { values, previous }: Pick<RuleRecord, 'values' | 'previous'>,
  columnName: string,
  to: boolean,
): boolean {
  const value = values.get(columnName);
  return isSet(value) !== isSet(previous?.get(columnName)) && value !== undefined && isSet(value) === to;
}

/** Input is `true` or `false`, PostgreSQL sends `t` or `f`. */
function isSet(text: string | null | undefined): boolean {
  return text?.startsWith('t') === true;
}
