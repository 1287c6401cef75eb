import { compileRights, type Principal, type Rights, recordScope } from '@muster/access';
import { findField, type Snapshot } from '@muster/metadata';
import type { Visibility } from '@muster/soql';
import type { Queryable, Transaction } from '@muster/store';
import type { Engine } from '../engine.js';
import type { Purpose } from '../purpose.js';

/** What one session knows: who, why, with which rights, in which transaction. */
export interface SessionState {
  readonly engine: Engine;
  readonly principal: Principal;
  readonly purpose: Purpose;
  readonly snapshot: Snapshot;
  readonly rights: Rights;
  readonly visibility: Visibility;
  readonly queryable: Queryable;
  readonly transaction: Transaction | undefined;
}

export interface OpenState {
  readonly engine: Engine;
  readonly principal: Principal;
  readonly purpose: Purpose;
  readonly transaction?: Transaction | undefined;
}

/** Compiles rights and record scopes of a principal for one session. */
export function openState({ engine, principal, purpose, transaction }: OpenState): SessionState {
  const snapshot = engine.snapshot();
  const rights = compileRights(snapshot, principal);
  const access = { snapshot, principal, rights, schema: engine.org.schema };
  const visibility: Visibility = {
    canReadObject: (object) => rights.object(object).read,
    canReadField: (object, name) => {
      const field = findField(object, name);
      return field !== undefined && rights.field(object, field).read;
    },
    scope: (object, alias) => recordScope(access, object, alias, 'read'),
  };
  const queryable = transaction ?? engine.database;
  return { engine, principal, purpose, snapshot, rights, visibility, queryable, transaction };
}
