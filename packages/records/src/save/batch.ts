import type { Id } from '@muster/kernel';
import { MusterError } from '@muster/kernel';
import type { FieldDef, ObjectDef } from '@muster/metadata';
import type { Transaction } from '@muster/store';
import type { RecordInput, SaveOptions } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';

/** Undelete takes a record out of the recycle bin, purge removes it from there for good. */
export type SaveKind = 'insert' | 'update' | 'delete' | 'undelete' | 'purge';

/** One record on its way through the steps. Values are PostgreSQL text by column name. */
export interface SaveRow {
  readonly input: RecordInput;
  id: Id | undefined;
  readonly values: Map<string, string | null>;
  /** The stored row, by column name, once it is loaded. */
  previous: ReadonlyMap<string, string | null> | undefined;
  readonly errors: MusterError[];
  /** Set when a client key was seen before: nothing is saved, the first answer stands. */
  isRepeat: boolean;
}

/** Records of one object saved together. Each step of the save works on the whole batch. */
export interface SaveBatch {
  readonly object: ObjectDef;
  readonly kind: SaveKind;
  readonly rows: readonly SaveRow[];
  readonly state: SessionState;
  readonly transaction: Transaction;
  /** The instant of the save, in PostgreSQL's text form. */
  readonly savedAt: string;
  readonly onlyIf: SaveOptions['onlyIf'];
}

/** A step of the order of execution. It marks rows it refuses and throws only for faults of ours. */
export type SaveStep = (batch: SaveBatch) => Promise<void>;

/** Rows still to be saved: not refused, and no repeats. */
export function liveRows(batch: SaveBatch): SaveRow[] {
  return batch.rows.filter((row) => row.errors.length === 0 && !row.isRepeat);
}

export function newRow(input: RecordInput): SaveRow {
  return { input, id: input.id, values: new Map(), previous: undefined, errors: [], isRepeat: false };
}

export function refuse(
  row: SaveRow,
  code: MusterError['code'],
  message: string,
  fields: readonly string[] = [],
): void {
  row.errors.push(new MusterError(code, message, { fields }));
}

/** What a field will hold after the save. */
export function valueAfter(row: SaveRow, columnName: string): string | null {
  const value = row.values.get(columnName);
  return value === undefined ? (row.previous?.get(columnName) ?? null) : value;
}

/** Whether the save changes what is stored in a field. */
export function changes(row: SaveRow, columnName: string): boolean {
  const value = row.values.get(columnName);
  return value !== undefined && value !== (row.previous?.get(columnName) ?? null);
}

/** Lookup and master-detail fields of an object. */
export function referenceFields(object: ObjectDef): FieldDef[] {
  return object.fields.filter((field) => field.referenceTo !== undefined);
}
