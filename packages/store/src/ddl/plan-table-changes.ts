import type { Snapshot } from '@muster/metadata';
import { type ColumnConversion, isBeside, planConversions, type ValueCheck } from './plan-conversions.js';
import { type Refusal, refuseFieldChanges } from './refuse-field-changes.js';
import type {
  LiveSchema,
  LiveTable,
  TargetColumn,
  TargetIndex,
  TargetSchema,
  TargetTable,
} from './schema-shape.js';
import { targetSchema } from './target-schema.js';

/** One statement of a plan. */
export type TableChange =
  | { readonly kind: 'CreateTable'; readonly table: TargetTable }
  | { readonly kind: 'AddColumn'; readonly table: string; readonly column: TargetColumn }
  | { readonly kind: 'WidenColumn'; readonly table: string; readonly column: TargetColumn }
  | { readonly kind: 'CreateIndex'; readonly table: string; readonly index: TargetIndex }
  /** To another type, value by value. */
  | { readonly kind: 'ConvertColumn'; readonly conversion: ColumnConversion }
  /** Outside the transaction and without stopping writers: the table is there already. */
  | { readonly kind: 'CreateIndexConcurrently'; readonly table: string; readonly index: TargetIndex }
  | { readonly kind: 'DropIndex'; readonly index: string }
  /** What a deleted object or field left, when a new one takes its name. */
  | { readonly kind: 'DropTable'; readonly table: string }
  | { readonly kind: 'DropColumn'; readonly table: string; readonly column: string }
  /** What a conversion that did not come to its end left beside a column. */
  | { readonly kind: 'AbandonConversion'; readonly table: string; readonly beside: string }
  | { readonly kind: 'CreateSequence'; readonly name: string };

export interface TablePlan {
  readonly changes: readonly TableChange[];
  /** What cannot be done; nothing of the plan is then. */
  readonly refused: readonly Refusal[];
  /** Rows that must not be there when the changes are made. */
  readonly checks: readonly ValueCheck[];
  /** Columns and tables no field or object stands for any more. They are kept as they are: `table` or `table.column`. */
  readonly unused: readonly string[];
}

export interface SnapshotChange {
  /** The metadata the org has; undefined for a new org. */
  readonly current: Snapshot | undefined;
  readonly target: Snapshot;
}

/** The statements that bring a schema to where a snapshot wants it. Pure; the same input gives the same plan. */
export function planTableChanges(change: SnapshotChange, live: LiveSchema): TablePlan {
  const target = targetSchema(change.target);
  const { conversions, checks } = planConversions(change, live);
  const changes: TableChange[] = [];
  for (const name of target.sequences) {
    if (!live.sequences.has(name)) changes.push({ kind: 'CreateSequence', name });
  }
  const inUse = change.current && usedColumns(change.current);
  for (const table of target.tables) {
    const existing = live.tables.get(table.name);
    const used = inUse?.get(table.name);
    const isLeft = existing !== undefined && inUse !== undefined && used === undefined;
    if (isLeft) changes.push({ kind: 'DropTable', table: table.name });
    if (existing === undefined || isLeft) {
      changes.push({ kind: 'CreateTable', table });
      for (const index of table.indexes) changes.push({ kind: 'CreateIndex', table: table.name, index });
    } else {
      const converted = conversions.filter((each) => each.table === table.name);
      changes.push(
        ...columnChanges(table, existing, used, converted),
        ...indexChanges(table, existing, used, replacedIndexes(table, change.current, converted)),
      );
    }
  }
  return { changes, checks, refused: refuseFieldChanges(change, live), unused: unusedParts(target, live) };
}

/** Columns that fields of a snapshot stand for, by table. */
function usedColumns(snapshot: Snapshot): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    targetSchema(snapshot).tables.map(({ name, columns }) => [
      name,
      new Set(columns.map((each) => each.name)),
    ]),
  );
}

/** A column a deleted field left behind, which a new field of its name may not find filled. */
function isLeftover(column: string, existing: LiveTable, used: ReadonlySet<string> | undefined): boolean {
  return used !== undefined && existing.columns.has(column) && !used.has(column);
}

function* columnChanges(
  table: TargetTable,
  existing: LiveTable,
  used: ReadonlySet<string> | undefined,
  conversions: readonly ColumnConversion[],
): Iterable<TableChange> {
  for (const name of existing.columns.keys()) {
    if (isBeside(name) && !conversions.some(({ beside }) => beside === name))
      yield { kind: 'AbandonConversion', table: table.name, beside: name };
  }
  for (const column of table.columns) {
    const conversion = conversions.find((each) => each.column.name === column.name);
    if (conversion !== undefined) {
      yield { kind: 'ConvertColumn', conversion };
      continue;
    }
    const isLeft = isLeftover(column.name, existing, used);
    if (isLeft) yield { kind: 'DropColumn', table: table.name, column: column.name };
    const present = isLeft ? undefined : existing.columns.get(column.name);
    if (present === undefined) yield { kind: 'AddColumn', table: table.name, column };
    else if (present !== column.type) yield { kind: 'WidenColumn', table: table.name, column };
  }
}

/** Indexes that have to be made anew under the name they have: their column, or what they hold of it, is another. */
function replacedIndexes(
  table: TargetTable,
  current: Snapshot | undefined,
  conversions: readonly ColumnConversion[],
): ReadonlySet<string> {
  const before = current && targetSchema(current).tables.find(({ name }) => name === table.name);
  const definitions = new Map(before?.indexes.map((index) => [index.name, index.definition]));
  const converted = new Set(conversions.map(({ column }) => column.name));
  const replaced = table.indexes.filter(
    ({ name, column, definition }) =>
      converted.has(column) || (definitions.has(name) && definitions.get(name) !== definition),
  );
  return new Set(replaced.map(({ name }) => name));
}

function* indexChanges(
  table: TargetTable,
  existing: LiveTable,
  used: ReadonlySet<string> | undefined,
  replaced: ReadonlySet<string>,
): Iterable<TableChange> {
  const wanted = new Set(table.indexes.map((index) => index.name));
  for (const name of existing.indexes) {
    if (!wanted.has(name) || replaced.has(name)) yield { kind: 'DropIndex', index: name };
  }
  for (const index of table.indexes) {
    const stands = existing.indexes.has(index.name) && !replaced.has(index.name);
    if (stands && !isLeftover(index.column, existing, used)) continue;
    const kind = index.unique ? 'CreateIndex' : 'CreateIndexConcurrently';
    yield { kind, table: table.name, index };
  }
}

function unusedParts(target: TargetSchema, live: LiveSchema): string[] {
  const wanted = new Map(
    target.tables.map((table) => [table.name, new Set(table.columns.map(({ name }) => name))]),
  );
  return [...live.tables].flatMap(([name, { columns }]) => {
    const kept = wanted.get(name);
    if (kept === undefined) return [name];
    const unused = [...columns.keys()].filter((column) => !kept.has(column) && !isBeside(column));
    return unused.map((column) => `${name}.${column}`);
  });
}
