import { createHash } from 'node:crypto';
import { columnName, findField, findObject, type ObjectDef, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { type Conversion, conversionOf } from './convert-values.js';
import type { SnapshotChange } from './plan-table-changes.js';
import type { LiveSchema, TargetColumn } from './schema-shape.js';
import { targetColumn } from './target-schema.js';

/** A column whose values become those of another type, in a column beside it that takes its place. */
export interface ColumnConversion {
  readonly table: string;
  readonly column: TargetColumn;
  /** The new value, as SQL over the quoted old column. */
  readonly value: string;
  /** Name of the column beside it while both are there; another for every conversion. */
  readonly beside: string;
}

/** Rows that stand in the way of a change. */
export interface ValueCheck {
  readonly object: string;
  readonly field: string;
  readonly table: string;
  /** SQL over the columns as they are before the change. */
  readonly condition: string;
  readonly what: string;
}

/** What the names of columns, triggers and functions of conversions begin with. */
export const BESIDE = '_as_';

/** Whether a column belongs to a conversion rather than to a field. */
export function isBeside(column: string): boolean {
  return column.startsWith(BESIDE);
}

/** Which columns are converted, and what has to be true of their values. Refused changes are left out. */
export function planConversions({ current, target }: SnapshotChange, live: LiveSchema) {
  const conversions: ColumnConversion[] = [];
  const checks: ValueCheck[] = [];
  for (const object of target.objects.values()) {
    const table = tableName(object);
    const before = current && findObject(current, object.name);
    const columns = live.tables.get(table)?.columns;
    if (before === undefined || columns === undefined) continue;
    for (const { field, conversion } of changedFields(before, object)) {
      const present = columns.get(columnName(field));
      const isDone = conversion.value !== undefined && present === targetColumn(field).type;
      if (present === undefined || isDone) continue;
      for (const misfit of conversion.misfits)
        checks.push({ object: object.name, field: field.name, table, ...misfit });
      if (conversion.value !== undefined)
        conversions.push(besides(table, targetColumn(field), conversion.value));
    }
  }
  return { conversions, checks };
}

function* changedFields(before: ObjectDef, after: ObjectDef) {
  for (const field of after.fields) {
    const known = findField(before, field.name);
    if (known === undefined || known === field) continue;
    const conversion: Conversion | undefined = conversionOf(known, field, quoteIdent(columnName(field)));
    if (conversion !== undefined) yield { field, conversion };
  }
}

function besides(table: string, column: TargetColumn, value: string): ColumnConversion {
  const whole = [table, column.name, column.type, value].join('\n');
  const beside = BESIDE + createHash('sha256').update(whole).digest('hex').slice(0, 16);
  return { table, column, value, beside };
}
