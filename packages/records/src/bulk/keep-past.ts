import type { Id } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, findObject, tableName } from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import type { Org, Transaction } from '@muster/store';
import { changes, liveRows, type SaveBatch } from '../save/batch.js';
import type { SaveResult, Session } from '../session/session.js';

/** What a row of a load did to a record, with what it takes to put it back. */
export type PastRow =
  | { readonly kind: 'created' | 'deleted'; readonly row: number; readonly id: Id }
  | {
      readonly kind: 'changed';
      readonly row: number;
      readonly id: Id;
      /** `_version` after the load: any other one means that the record was changed since. */
      readonly version: number;
      /** Former values by field, as CSV has them; null for empty. */
      readonly before: Readonly<Record<string, string | null>>;
    };

interface Deed {
  readonly kind: PastRow['kind'];
  readonly before: Readonly<Record<string, string | null>>;
}

/** Watches the saves of one object and knows what each did to a record. */
export interface PastWatch {
  readonly watch: (batch: SaveBatch) => void;
  /** What the rows of a chunk did, in their order. @param firstRow number of the first row */
  of(results: readonly SaveResult[], firstRow: number, versions: ReadonlyMap<Id, number>): readonly PastRow[];
}

/**
 * Makes a watch. Saves that rules make of the same record end before the one they belong to, which then has the last
 * word: its former values are those from before all of them.
 */
export function watchPast(objectName: string): PastWatch {
  const deeds = new Map<Id, Deed>();
  return {
    watch(batch) {
      if (batch.object.name !== objectName) return;
      for (const row of liveRows(batch)) {
        const id = row.id as Id;
        if (batch.kind === 'insert') deeds.set(id, { kind: 'created', before: {} });
        else if (batch.kind === 'delete') deeds.set(id, { kind: 'deleted', before: {} });
        else if (batch.kind === 'update') {
          const names = new Set(Object.keys(deeds.get(id)?.before ?? {}));
          const fields = batch.object.fields.filter(
            (field) => canBePutBack(field) && (names.has(field.name) || changes(row, columnName(field))),
          );
          const before = fields.map((field) => [field.name, formerText(field, row.previous)] as const);
          deeds.set(id, { kind: 'changed', before: Object.fromEntries(before) });
        }
      }
    },
    of: (results, firstRow, versions) =>
      results.flatMap(({ success, id }, i): PastRow[] => {
        const deed = success && id !== undefined ? deeds.get(id) : undefined;
        if (deed === undefined || id === undefined) return [];
        const row = firstRow + i;
        if (deed.kind !== 'changed') return [{ kind: deed.kind, row, id }];
        return [{ kind: 'changed', row, id, version: versions.get(id) ?? 0, before: deed.before }];
      }),
  };
}

/** The versions records have now, in the transaction that saved them. */
export async function readVersions(
  { snapshot }: Session,
  transaction: Transaction,
  org: Org,
  objectName: string,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, number>> {
  const object = findObject(snapshot, objectName);
  if (object === undefined || ids.length === 0) return new Map();
  const rows = await transaction.rows({
    text: `select id, _version from ${quoteIdent(org.schema)}.${quoteIdent(tableName(object))} where id = any ($1::text[])`,
    values: [ids],
  });
  return new Map(rows.map(([id, version]) => [id ?? '', Number(version)]));
}

const canBePutBack = (field: FieldDef) => field.updateable && fieldType(field).isContent !== true;

function formerText(field: FieldDef, previous: ReadonlyMap<string, string | null> | undefined) {
  const text = previous?.get(columnName(field)) ?? null;
  return text === null ? null : fieldType(field).toPlainText(text);
}
