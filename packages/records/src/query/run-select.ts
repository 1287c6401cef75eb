import { type Bindings, bindParams, type Select } from '@muster/sql';
import type { TextRow } from '@muster/store';
import { type Guard, requireProof } from '../session/guard.js';
import type { SessionState } from '../session/session-state.js';
import { type PreparedSelect, prepareSelect } from './prepared-select.js';

/** Runs a SELECT that was printed before, with values for those of its parameters that are not its own. */
export async function runPrepared(
  state: SessionState,
  select: PreparedSelect,
  bindings?: Bindings,
): Promise<TextRow[]> {
  const { guard } = state;
  if (guard?.outcome === 'unknown') return runGuarded(state, guard, select, bindings);
  return state.queryable.rows({ ...bindParams(select.print(), bindings), name: 'records.select' });
}

/** Runs a SELECT that is made for one occasion. */
export async function runSelect(state: SessionState, select: Select): Promise<TextRow[]> {
  return runPrepared(state, prepareSelect(select));
}

/** The first rows of a session bring the proof of its guard along; where there are none it is asked for. */
async function runGuarded(
  { queryable }: SessionState,
  guard: Guard,
  select: PreparedSelect,
  bindings: Bindings | undefined,
): Promise<TextRow[]> {
  const statement = bindParams(select.print(guard.evidence), bindings, guard.bindings);
  const rows = await queryable.rows({ ...statement, name: 'records.guardedSelect' });
  const [first] = rows;
  if (first !== undefined) guard.outcome = first.at(-1) === 't' ? 'holds' : 'broken';
  await requireProof(guard, queryable);
  return rows;
}
