import { MusterError } from '@muster/kernel';
import type { SaveResult, Session } from '../session/session.js';
import { applyDefaults } from './apply-defaults.js';
import { applyRecordTypes } from './apply-record-types.js';
import type { SaveBatch, SaveKind, SaveRow, SaveStep } from './batch.js';
import { checkObjectRights } from './check-object-rights.js';
import { checkPicklists } from './check-picklists.js';
import { checkReferences } from './check-references.js';
import { checkRequired } from './check-required.js';
import { checkUnique } from './check-unique.js';
import { answerClientKeys, claimClientKeys } from './claim-client-keys.js';
import { countRights } from './count-rights.js';
import { deleteChildren } from './delete-children.js';
import { endSessions } from './end-sessions.js';
import { keepHistory } from './keep-history.js';
import { keepUsernames } from './keep-usernames.js';
import { loadCurrent } from './load-current.js';
import { logChanges } from './log-changes.js';
import { numberRows } from './number-rows.js';
import { readInput } from './read-input.js';
import { reviveRows } from './revive-rows.js';
import { runRules } from './run-rules.js';
import { writeDeletes } from './write-deletes.js';
import { writePurges } from './write-purges.js';
import { writeRows } from './write-rows.js';
import { writeUndeletes } from './write-undeletes.js';

/** The order of execution, as far as this version has steps for it (Apex Developer Guide, "Triggers and Order of Execution"). */
function steps(kind: SaveKind, session: Session): readonly SaveStep[] {
  const before: SaveStep = (batch) => runRules(batch, 'before', session);
  const after: SaveStep = (batch) => runRules(batch, 'after', session);
  if (kind === 'undelete') {
    return [
      checkObjectRights,
      loadCurrent,
      reviveRows,
      before,
      checkUnique,
      writeUndeletes,
      keepUsernames,
      after,
      countRights,
      logChanges,
    ];
  }
  if (kind === 'purge') return [checkObjectRights, loadCurrent, writePurges];
  if (kind === 'delete') {
    return [
      checkObjectRights,
      loadCurrent,
      before,
      deleteChildren,
      keepUsernames,
      writeDeletes,
      after,
      countRights,
      logChanges,
    ];
  }
  return [
    checkObjectRights,
    loadCurrent,
    readInput,
    claimClientKeys,
    applyRecordTypes,
    applyDefaults,
    before,
    checkRequired,
    checkPicklists,
    checkReferences,
    checkUnique,
    numberRows,
    keepUsernames,
    writeRows,
    keepHistory,
    after,
    endSessions,
    countRights,
    logChanges,
    answerClientKeys,
  ];
}

/** Thrown to undo a batch of which nothing may stay; the results tell why. */
export class SaveRolledBack extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super('The batch was rolled back');
    this.results = results;
  }
}

/**
 * Runs the steps on a batch inside its transaction and gives a result per record, in order.
 * @throws SaveRolledBack with `allOrNone` when a record was refused: the caller undoes what was written.
 */
export async function saveBatch(
  batch: SaveBatch,
  session: Session,
  allOrNone: boolean,
): Promise<SaveResult[]> {
  for (const step of steps(batch.kind, session)) {
    await step(batch);
    if (allOrNone && batch.rows.some((row) => row.errors.length > 0)) {
      throw new SaveRolledBack(batch.rows.map(rolledBack));
    }
  }
  batch.state.watch?.(batch);
  return batch.rows.map((row) => result(row, batch.kind));
}

function result(row: SaveRow, kind: SaveKind): SaveResult {
  if (row.errors.length > 0)
    return { success: false, errors: row.errors, ...(kind === 'insert' ? {} : idOf(row)) };
  return { success: true, errors: [], created: kind === 'insert' && !row.isRepeat, ...idOf(row) };
}

function idOf(row: SaveRow): Pick<SaveResult, 'id'> | Record<string, never> {
  return row.id === undefined ? {} : { id: row.id };
}

function rolledBack(row: SaveRow): SaveResult {
  const undone = new MusterError(
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
  );
  return { success: false, errors: row.errors.length > 0 ? row.errors : [undone] };
}
