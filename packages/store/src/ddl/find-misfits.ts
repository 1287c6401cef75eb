import { quoteIdent } from '@muster/sql';
import type { Queryable } from '../database.js';
import type { ValueCheck } from './plan-conversions.js';
import type { Refusal } from './refuse-field-changes.js';

/** Checks that rows do not pass, as refusals that say how many, records in the recycle bin among them. */
export async function findMisfits(
  queryable: Queryable,
  schema: string,
  checks: readonly ValueCheck[],
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const { object, field, table, condition, what } of checks) {
    const [row] = await queryable.rows({
      text: `select count(*) from ${quoteIdent(schema)}.${quoteIdent(table)} where ${condition}`,
      values: [],
    });
    const count = Number(row?.[0]);
    if (count === 0) continue;
    refusals.push({ object, field, message: `Records that stand in the way: ${count}, with ${what}.` });
  }
  return refusals;
}
