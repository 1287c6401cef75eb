import { accessByName, type Principal } from '@muster/access';
import { MusterError, MusterErrors } from '@muster/kernel';
import { findObject, type ObjectDef, tableName } from '@muster/metadata';
import { anyOf, column } from '@muster/sql';
import { beginOrgWrite, type Transaction } from '@muster/store';
import type { Engine } from '../engine.js';
import type { Purpose } from '../purpose.js';
import { explainQuery } from '../query/explain-query.js';
import { readVersion } from '../query/read-version.js';
import { recentlyViewed } from '../query/recently-viewed.js';
import { retrieveRecord } from '../query/retrieve.js';
import { readRows, runQuery, runQueryMore } from '../query/run-query.js';
import { runSearch } from '../query/run-search.js';
import { runSelect } from '../query/run-select.js';
import { type InTransaction, runSave, runUpsert } from '../save/run-save.js';
import type { SystemReason } from '../system-reason.js';
import { type Guard, requireProof } from './guard.js';
import type { ObjectRights, SaveResult, Session } from './session.js';
import { openState, type SessionState } from './session-state.js';

/** Opens the door to data for one principal and one purpose. */
export function createSession(
  engine: Engine,
  principal: Principal,
  purpose: Purpose,
  guard?: Guard,
): Session {
  return sessionOver(openState({ engine, principal, purpose, guard }));
}

/** Runs work in a transaction that holds a session, for what the platform keeps of its own beside records. */
export function transact<T>(
  engine: Engine,
  principal: Principal,
  purpose: Purpose,
  work: (session: Session, transaction: Transaction) => Promise<T>,
  watch?: SessionState['watch'],
): Promise<T> {
  return engine.database.transaction(async (transaction) => {
    await beginWrite(engine, transaction);
    return work(sessionOver(openState({ engine, principal, purpose, transaction, watch })), transaction);
  });
}

function sessionOver(state: SessionState): Session {
  const { engine, principal, purpose } = state;
  const within = (transaction: Transaction): SessionState =>
    openState({ engine, principal, purpose, transaction });
  const inTransaction: InTransaction = async (work) => {
    const running = state.transaction;
    if (running !== undefined) return running.savepoint(() => work(state, session));
    if (state.guard !== undefined) await requireProof(state.guard, engine.database);
    return engine.database.transaction(async (transaction) => {
      await beginWrite(engine, transaction);
      const inner = within(transaction);
      return work(inner, sessionOver(inner));
    });
  };
  const needTransaction = (): Transaction => {
    if (state.transaction === undefined) throw new Error('Asked for outside a transaction');
    return state.transaction;
  };
  const ids = (list: readonly string[]) => list.map((id) => ({ id, values: {} }));

  const session: Session = {
    principal,
    purpose,
    snapshot: state.snapshot,
    now: () => engine.clock.now(),
    query: (soql, options) => runQuery(state, soql, options),
    explain: (soql) => explainQuery(state, soql),
    queryMore: (locator, options) => runQueryMore(state, locator, options),
    recentlyViewed: (limit) => recentlyViewed(state, limit),
    search: (sosl, basePath) => runSearch(state, sosl, basePath),
    rows: async <Row>(soql: string) => (await readRows(state, soql)) as Row[],
    row: async <Row>(soql: string) => {
      const [first] = (await readRows(state, soql)) as Row[];
      if (first === undefined) throw new MusterError('NOT_FOUND', 'The requested resource does not exist');
      return first;
    },
    retrieve: (object, id, fields, basePath) => retrieveRecord(state, object, id, fields, basePath),
    version: (object, id) => readVersion(state, object, id),
    insert: (object, records, options) => runSave(inTransaction, object, 'insert', records, options),
    update: (object, records, options) => runSave(inTransaction, object, 'update', records, options),
    upsert: (object, field, records, options) => runUpsert(inTransaction, object, field, records, options),
    delete: (object, list, options) => runSave(inTransaction, object, 'delete', ids(list), options),
    undelete: (object, list, options) => runSave(inTransaction, object, 'undelete', ids(list), options),
    purge: (object, list, options) => runSave(inTransaction, object, 'purge', ids(list), options),
    create: async (object, values) => oneSaved(await session.insert(object, [{ values }])),
    change: async (object, id, values) => {
      oneSaved(await session.update(object, [{ id, values }]));
    },
    lock: (object, list) => lockRows(state, object, list),
    transaction: (work) => inTransaction((_, inner) => work(inner)),
    system: (reason) => sessionOver(openState({ ...state, principal: systemPrincipal(principal, reason) })),
    addJob: (job) => needTransaction().addJob(job),
    afterCommit: (action) => needTransaction().afterCommit(action),
    can: (permission) => state.rights.can(permission),
    has: (permission) => state.rights.has(permission),
    rights: (object) => objectRights(state, object),
  };
  return session;
}

/** Waits for a deploy to end and makes sure the snapshot at hand is the one the tables now fit. */
async function beginWrite(engine: Engine, transaction: Transaction): Promise<void> {
  const { metadata } = await beginOrgWrite(transaction, engine.org);
  if (metadata !== engine.snapshot().version) await engine.refreshSnapshot(metadata);
}

/** All rights, the same author: what is written still says who acted. */
function systemPrincipal(principal: Principal, _reason: SystemReason): Principal {
  return { ...principal, kind: 'system' };
}

function oneSaved([result]: readonly SaveResult[]): string {
  if (result?.success && result.id !== undefined) return result.id;
  const [error, ...more] = result?.errors ?? [];
  if (error === undefined) throw new Error('A save gave no result');
  throw more.length > 0 ? new MusterErrors([error, ...more]) : error;
}

async function lockRows(state: SessionState, objectName: string, ids: readonly string[]): Promise<void> {
  const object = findObject(state.snapshot, objectName);
  if (object === undefined || state.transaction === undefined)
    throw new Error(`Cannot lock ${objectName} here`);
  await runSelect(state, {
    kind: 'Select',
    columns: [{ expr: column('l', 'id'), alias: 'id' }],
    from: { kind: 'Table', schema: state.engine.org.schema, name: tableName(object), alias: 'l' },
    joins: [],
    where: anyOf(column('l', 'id'), ids),
    orderBy: [{ expr: column('l', 'id'), direction: 'asc', nulls: 'last' }],
    lock: 'update',
  });
}

function objectRights(state: SessionState, object: ObjectDef): ObjectRights {
  const access = state.rights.object(object);
  return {
    read: access.read,
    create: access.create,
    edit: access.edit,
    delete: access.delete,
    field: (name) => accessByName(state.rights, object, name),
    recordType: (name) => state.rights.recordType(object, name),
  };
}
