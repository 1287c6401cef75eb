import { MusterError } from '@muster/kernel';
import { type Bindings, bindParams, printPostgres, type Select } from '@muster/sql';
import type { Queryable } from '@muster/store';

/**
 * Proof that whoever a session was opened for may still ask: that the sign-in stands and rights are those the session
 * knows. It comes as a column of the first rows the session reads, so that it costs no statement of its own.
 */
export interface Guard {
  /** Gives a row while that is so. One tree for all guards of a process: their values are in `bindings`. */
  readonly evidence: Select;
  readonly bindings: Bindings;
  outcome: 'unknown' | 'holds' | 'broken';
}

/** Whether a guard holds: by what was read under it, else by a statement of its own. */
export async function proves(guard: Guard, queryable: Queryable): Promise<boolean> {
  if (guard.outcome === 'unknown') {
    const statement = bindParams(printPostgres(guard.evidence), guard.bindings);
    const rows = await queryable.rows({ ...statement, name: 'records.proves' });
    guard.outcome = rows.length > 0 ? 'holds' : 'broken';
  }
  return guard.outcome === 'holds';
}

/** @throws MusterError INVALID_SESSION_ID when the guard is broken: what was read under it may not be answered. */
export async function requireProof(guard: Guard, queryable: Queryable): Promise<void> {
  if (!(await proves(guard, queryable))) {
    throw new MusterError('INVALID_SESSION_ID', 'Session expired or invalid');
  }
}
