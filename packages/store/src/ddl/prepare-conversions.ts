import { MusterError } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Queryable } from '../database.js';
import type { Org } from '../org.js';
import { withOrgLock } from '../org-lock.js';
import { findMisfits } from './find-misfits.js';
import type { ColumnConversion } from './plan-conversions.js';
import { planTableChanges, type SnapshotChange } from './plan-table-changes.js';
import { printAbandon, printExpansion } from './print-conversion.js';
import { readLiveSchema } from './read-live-schema.js';

/** Rows up to which a table is converted while writers wait. */
const AT_ONCE = 10_000;
const BATCH = 2_000;
/** Milliseconds; below PostgreSQL's time for finding deadlocks, so that this side gives way and not a writer. */
const LOCK_TIMEOUT = 300;
const PAUSE = 50;

/** The conversions of a plan whose tables are too large for writers to wait for. */
export async function largeConversions(
  queryable: Queryable,
  schema: string,
  conversions: readonly ColumnConversion[],
): Promise<readonly ColumnConversion[]> {
  const large: ColumnConversion[] = [];
  for (const conversion of conversions) {
    const [row] = await queryable.rows({
      text: `select from ${quoteIdent(schema)}.${quoteIdent(conversion.table)} offset ${AT_ONCE} limit 1`,
      values: [],
    });
    if (row !== undefined) large.push(conversion);
  }
  return large;
}

/**
 * Fills the columns beside those of large tables, batch after batch, while others write: a trigger keeps up with them.
 * What it leaves when it is killed, it goes on with the next time.
 * @returns the conversions that are ready to be switched; none when something stands in the way
 * @throws MusterError UNABLE_TO_LOCK_ROW when writers do not let it begin
 */
export async function prepareConversions(
  database: Database,
  org: Org,
  change: SnapshotChange,
): Promise<readonly ColumnConversion[]> {
  const live = await readLiveSchema(database, org.schema);
  const { changes, checks, refused } = planTableChanges(change, live);
  const conversions = changes.flatMap((each) => (each.kind === 'ConvertColumn' ? [each.conversion] : []));
  if (refused.length > 0 || conversions.length === 0) return [];
  const large = await largeConversions(database, org.schema, conversions);
  if (large.length === 0 || (await findMisfits(database, org.schema, checks)).length > 0) return [];
  for (const conversion of large) {
    if (live.tables.get(conversion.table)?.columns.has(conversion.beside) !== true) {
      await withOrgLock(database, org, (transaction) =>
        transaction.script(printExpansion(conversion, org.schema).join(';\n')),
      );
    }
    await fill(database, org.schema, conversion);
  }
  return large;
}

/** Takes away what was prepared for a change that is refused; the next deploy does it where this does not come through. */
export async function abandonConversions(
  database: Database,
  org: Org,
  prepared: readonly ColumnConversion[],
): Promise<void> {
  if (prepared.length === 0) return;
  const statements = prepared.flatMap((conversion) => printAbandon(conversion, org.schema));
  await withOrgLock(database, org, (transaction) => transaction.script(statements.join(';\n'))).catch(
    () => undefined,
  );
}

async function fill(database: Database, schema: string, conversion: ColumnConversion): Promise<void> {
  const table = `${quoteIdent(schema)}.${quoteIdent(conversion.table)}`;
  const { value, beside } = conversion;
  const text = `with batch as (
      select id from ${table} where id > $1 order by id limit ${BATCH}
    ), filled as (
      update ${table} as record set ${quoteIdent(beside)} = ${value} from batch
      where record.id = batch.id and record.${quoteIdent(beside)} is distinct from (${value})
    )
    select max(id) from batch`;
  let after: string | null = '';
  while (after !== null) after = await fillBatch(database, text, after);
}

/** Gives the last id of the batch, null when there was none. */
async function fillBatch(database: Database, text: string, after: string): Promise<string | null> {
  for (;;) {
    try {
      return await database.transaction(async (transaction) => {
        await transaction.script(`set local lock_timeout = ${LOCK_TIMEOUT}; set local statement_timeout = 0`);
        const [row] = await transaction.rows({ text, values: [after] });
        return row?.[0] ?? null;
      });
    } catch (failure) {
      if (!(failure instanceof MusterError) || failure.code !== 'UNABLE_TO_LOCK_ROW') throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
