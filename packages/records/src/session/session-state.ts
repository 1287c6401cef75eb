import type { Principal, Rights } from '@muster/access';
import type { Snapshot } from '@muster/metadata';
import type { Visibility } from '@muster/soql';
import type { Queryable, Transaction } from '@muster/store';
import type { Engine } from '../engine.js';
import type { Purpose } from '../purpose.js';
import type { SaveBatch } from '../save/batch.js';
import type { Guard } from './guard.js';

/** What one session knows: who, why, with which rights, in which transaction. */
export interface SessionState {
  readonly engine: Engine;
  readonly principal: Principal;
  readonly purpose: Purpose;
  readonly snapshot: Snapshot;
  readonly rights: Rights;
  readonly visibility: Visibility;
  /** The same for readers whom a query gives the same. */
  readonly readerKey: string;
  /** What has to hold for anything to be answered; undefined when it was made sure of before. */
  readonly guard: Guard | undefined;
  readonly queryable: Queryable;
  readonly transaction: Transaction | undefined;
  /** Told of every batch when its steps are done, before its transaction ends. */
  readonly watch: ((batch: SaveBatch) => void) | undefined;
}

export interface OpenState {
  readonly engine: Engine;
  readonly principal: Principal;
  readonly purpose: Purpose;
  readonly guard?: Guard | undefined;
  readonly transaction?: Transaction | undefined;
  readonly watch?: SessionState['watch'];
}

/** The state of a session of a principal, under the newest snapshot. */
export function openState({
  engine,
  principal,
  purpose,
  guard,
  transaction,
  watch,
}: OpenState): SessionState {
  const snapshot = engine.snapshot();
  const { rights, visibility, key: readerKey } = engine.access(principal, snapshot);
  const queryable = transaction ?? engine.database;
  return {
    engine,
    principal,
    purpose,
    snapshot,
    rights,
    visibility,
    readerKey,
    guard,
    queryable,
    transaction,
    watch,
  };
}
