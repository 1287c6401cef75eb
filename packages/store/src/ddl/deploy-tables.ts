import { MusterError, MusterErrors } from '@muster/kernel';
import { columnName, type Snapshot, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Database, Transaction } from '../database.js';
import type { Org } from '../org.js';
import { withOrgLock } from '../org-lock.js';
import { findMisfits } from './find-misfits.js';
import type { ColumnConversion } from './plan-conversions.js';
import {
  planTableChanges,
  type SnapshotChange,
  type TableChange,
  type TablePlan,
} from './plan-table-changes.js';
import { abandonConversions, largeConversions, prepareConversions } from './prepare-conversions.js';
import { printSwitch } from './print-conversion.js';
import { printTableChange } from './print-table-change.js';
import { readLiveSchema } from './read-live-schema.js';
import type { Refusal } from './refuse-field-changes.js';

export interface Deployed {
  readonly plan: TablePlan;
  /** The org's new metadata version. */
  readonly version: number;
  /** Indexes that are still missing, so that some queries are slow: the next deploy makes them. */
  readonly unfinished: readonly string[];
}

export interface DeployTablesOptions {
  /** Runs in the transaction, to keep the metadata itself. */
  readonly also?: (transaction: Transaction, version: number) => Promise<void>;
  /** `also` throws, so that nothing is kept: large tables are looked at and not converted. */
  readonly checkOnly?: boolean;
}

/**
 * Brings an org's tables to what a snapshot asks for and counts its metadata version up, in one transaction in
 * which nobody writes. Columns of large tables that get another type are filled beforehand, while others write; indexes
 * that only make queries faster follow after the commit without stopping writers.
 * @throws MusterErrors when something is not possible with the data there is; nothing has changed then
 */
export async function deployTables(
  database: Database,
  org: Org,
  change: SnapshotChange,
  { also = async () => {}, checkOnly = false }: DeployTablesOptions = {},
): Promise<Deployed> {
  const prepared = checkOnly ? [] : await prepareConversions(database, org, change);
  try {
    const deployed = await withOrgLock(database, org, async (transaction) => {
      const plan = planTableChanges(change, await readLiveSchema(transaction, org.schema));
      await refuseMisfits(transaction, org.schema, plan);
      const changes = checkOnly ? await withoutLarge(transaction, org.schema, plan.changes) : plan.changes;
      await applyChanges(transaction, org.schema, { changes, prepared, target: change.target });
      const [row] = await transaction.rows({
        text: `update ${quoteIdent(org.schema)}._org_version set metadata_version = metadata_version + 1
               returning metadata_version`,
        values: [],
      });
      const version = Number(row?.[0]);
      await also(transaction, version);
      return { plan, version };
    });
    const unfinished = await createIndexesConcurrently(database, org.schema, deployed.plan.changes);
    return { ...deployed, unfinished };
  } catch (failure) {
    if (failure instanceof MusterErrors || failure instanceof MusterError)
      await abandonConversions(database, org, prepared);
    throw failure;
  }
}

async function refuseMisfits(transaction: Transaction, schema: string, plan: TablePlan): Promise<void> {
  const refused =
    plan.refused.length > 0 ? plan.refused : await findMisfits(transaction, schema, plan.checks);
  if (refused.length > 0) throw new MusterErrors(refused.map(refusalError));
}

/** What is not done only to be undone: converting a large table, and the indexes of what was converted. */
async function withoutLarge(
  transaction: Transaction,
  schema: string,
  changes: readonly TableChange[],
): Promise<readonly TableChange[]> {
  const conversions = changes.flatMap((each) => (each.kind === 'ConvertColumn' ? [each.conversion] : []));
  const large = await largeConversions(transaction, schema, conversions);
  const isOfLarge = (table: string, column: string) =>
    large.some((each) => each.table === table && each.column.name === column);
  return changes.filter((each) => {
    if (each.kind === 'ConvertColumn') return !large.includes(each.conversion);
    return each.kind !== 'CreateIndex' || !isOfLarge(each.table, each.index.column);
  });
}

function refusalError({ object, field, message }: Refusal): MusterError {
  const fields = field === undefined ? [] : [field];
  return new MusterError(
    'FIELD_INTEGRITY_EXCEPTION',
    `${field ? `${object}.${field}` : object}: ${message}`,
    {
      fields,
      data: { object },
    },
  );
}

interface Applied {
  readonly changes: readonly TableChange[];
  /** Conversions whose columns are filled and only take the place of the old ones. */
  readonly prepared: readonly ColumnConversion[];
  readonly target: Snapshot;
}

/** What can only fail by a fault of ours goes out as one script; what depends on the rows there are, one by one. */
async function applyChanges(
  transaction: Transaction,
  schema: string,
  { changes, prepared, target }: Applied,
): Promise<void> {
  const created = new Set(
    changes.flatMap((change) => (change.kind === 'CreateTable' ? [change.table.name] : [])),
  );
  const onRows = (change: TableChange): change is CreateIndex =>
    change.kind === 'CreateIndex' && !created.has(change.table);
  const print = (change: TableChange): string =>
    change.kind === 'ConvertColumn' && prepared.some(({ beside }) => beside === change.conversion.beside)
      ? printSwitch(change.conversion, schema).join(';\n')
      : printTableChange(change, schema);
  const script = changes.filter((change) => change.kind !== 'CreateIndexConcurrently' && !onRows(change));
  if (script.length > 0) await transaction.script(script.map(print).join(';\n'));
  for (const change of changes.filter(onRows)) await createUniqueIndex(transaction, schema, change, target);
}

type CreateIndex = Extract<TableChange, { kind: 'CreateIndex' }>;

async function createUniqueIndex(
  transaction: Transaction,
  schema: string,
  change: CreateIndex,
  target: Snapshot,
): Promise<void> {
  try {
    await transaction.script(printTableChange(change, schema));
  } catch (failure) {
    if (!(failure instanceof MusterError) || failure.code !== 'DUPLICATE_VALUE') throw failure;
    const { table, index } = change;
    const object = [...target.objects.values()].find((each) => tableName(each) === table);
    const field = object?.fields.find((each) => columnName(each) === index.column);
    const name = field?.name ?? index.column;
    const message = `${object?.name ?? table}.${name}: cannot be made unique: several records have the same value.`;
    throw new MusterError('DUPLICATE_VALUE', message, {
      fields: [name],
      data: { object: object?.name ?? table },
      cause: failure,
    });
  }
}

/** Gives the indexes that could not be made. */
async function createIndexesConcurrently(
  database: Database,
  schema: string,
  changes: readonly TableChange[],
): Promise<string[]> {
  const unfinished: string[] = [];
  for (const change of changes) {
    if (change.kind !== 'CreateIndexConcurrently') continue;
    const name = `${quoteIdent(schema)}.${quoteIdent(change.index.name)}`;
    await database
      .runAlone(`drop index concurrently if exists ${name}`)
      .then(() => database.runAlone(printTableChange(change, schema)))
      .catch(() => unfinished.push(change.index.name));
  }
  return unfinished;
}
