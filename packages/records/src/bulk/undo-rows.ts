import { assertNever, MusterError } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import type { SaveResult, Session } from '../session/session.js';
import type { BulkJob } from './bulk-job.js';
import type { ChunkResults } from './bulk-jobs.js';
import type { PastRow } from './keep-past.js';
import { chunkResults } from './write-results.js';

const OPTIONS = { allOrNone: false } as const;

/** The columns of the result files of an undo: the row of the load, and what was to be taken back. */
export const UNDO_COLUMNS = ['Row', 'Action'] as const;

const ACTIONS = { created: 'delete', changed: 'restore', deleted: 'undelete' } as const;

/**
 * Takes back what rows of a load did: deletes what is new, puts former values back where the record was not changed
 * since, and undeletes what was deleted. Each row is a result of its own, the last one of the load first.
 */
export async function undoRows(
  session: Session,
  job: BulkJob,
  past: readonly PastRow[],
): Promise<ChunkResults> {
  const rows = [...past].reverse();
  const results = new Map<PastRow, SaveResult>();
  for (const kind of ['created', 'changed', 'deleted'] as const) {
    const own = rows.filter((row) => row.kind === kind);
    const done = await takeBack(session, job.object, kind, own);
    for (const [i, row] of own.entries()) results.set(row, explain(row, done[i]));
  }
  const lines = rows.map(({ row, kind }) => ({ header: UNDO_COLUMNS, values: [String(row), ACTIONS[kind]] }));
  const outcomes = rows.map((row) => results.get(row) ?? { success: false, errors: [] });
  const written = chunkResults(lines, outcomes, job, 1);
  return {
    ...written,
    errors: written.errors.map((error) => ({ ...error, row: rows[error.row - 1]?.row ?? error.row })),
  };
}

async function takeBack(
  session: Session,
  object: string,
  kind: PastRow['kind'],
  rows: readonly PastRow[],
): Promise<readonly SaveResult[]> {
  const ids = rows.map(({ id }) => id);
  switch (kind) {
    case 'created':
      return session.delete(object, ids, OPTIONS);
    case 'changed':
      return session.update(
        object,
        rows.flatMap((row) => formerOf(session, object, row)),
        OPTIONS,
      );
    case 'deleted':
      return session.undelete(object, ids, OPTIONS);
    default:
      return assertNever(kind);
  }
}

/** The former values of the fields the user may write. */
function formerOf(session: Session, objectName: string, row: PastRow) {
  if (row.kind !== 'changed') return [];
  const object = findObject(session.snapshot, objectName);
  const rights = object && session.rights(object);
  const own = Object.entries(row.before).filter(([name]) => rights?.field(name).edit === true);
  return [{ id: row.id, values: Object.fromEntries(own), ifVersion: row.version }];
}

/** The id stands in the results of what was refused too, and a record that was changed since is said to be. */
function explain({ id }: PastRow, result: SaveResult | undefined): SaveResult {
  const { success = false, errors = [] } = result ?? {};
  const own = errors.map((error) =>
    error.code === 'PRECONDITION_FAILED'
      ? new MusterError('PRECONDITION_FAILED', 'The record was changed after the load and stays as it is')
      : error,
  );
  return { success, id, created: false, errors: own };
}
