import { type CompileRequest, compileQuery, type QueryPlan } from '@muster/soql';
import type { Select } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';
import { type PreparedSelect, prepareSelect } from './prepared-select.js';
import { compileWriter, type RecordWriter } from './record-writer.js';

const CAPACITY = 2_000;

/**
 * Compiled queries of recent texts, with what is made from them to run. A plan belongs to one reader under one
 * snapshot, since both shape its SQL.
 */
export interface PlanCache {
  plan(state: SessionState, soql: string, includeDeleted: boolean): QueryPlan;
  /** A SELECT of a plan, printed when it is asked for by this name the first time. */
  select(plan: QueryPlan, name: string, make: () => Select): PreparedSelect;
  /** The writer of a plan's rows for urls below `basePath`, compiled once. */
  writer(plan: QueryPlan, basePath: string | undefined): RecordWriter;
}

interface Made {
  readonly selects: Map<string, PreparedSelect>;
  readonly writers: Map<string | undefined, RecordWriter>;
}

/** Plans that hold no clock time are kept, least recently used first to go. */
export function createPlanCache(): PlanCache {
  const plans = new Map<string, QueryPlan>();
  const made = new WeakMap<QueryPlan, Made>();
  const madeOf = (plan: QueryPlan): Made => {
    const known = made.get(plan) ?? { selects: new Map(), writers: new Map() };
    made.set(plan, known);
    return known;
  };
  return {
    plan(state, soql, includeDeleted) {
      const key = `${state.readerKey}|${includeDeleted ? 'all' : ''}|${soql}`;
      const kept = plans.get(key);
      if (kept !== undefined) {
        plans.delete(key);
        plans.set(key, kept);
        return kept;
      }
      const plan = compileQuery(soql, compileRequest(state, includeDeleted));
      if (plan.isTimeless) {
        plans.set(key, plan);
        if (plans.size > CAPACITY) plans.delete(plans.keys().next().value as string);
      }
      return plan;
    },
    select: (plan, name, make) => fetchOr(madeOf(plan).selects, name, () => prepareSelect(make())),
    writer: (plan, basePath) => fetchOr(madeOf(plan).writers, basePath, () => compileWriter(plan, basePath)),
  };
}

/** What a compiler needs to know of the session. */
export function compileRequest(state: SessionState, includeDeleted: boolean): CompileRequest {
  const { snapshot, visibility, principal, engine } = state;
  const { userId, timeZone, language, locale = language } = principal;
  return {
    snapshot,
    visibility,
    schema: engine.org.schema,
    timeZone,
    language,
    locale,
    now: engine.clock.now(),
    includeDeleted,
    userId,
  };
}

function fetchOr<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
