import { compileSearch, type QueryPlan } from '@muster/soql';
import type { SearchAnswer } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { limited } from './open-cursor.js';
import { compileRequest } from './plan-cache.js';
import { prepareSelect } from './prepared-select.js';
import { readRecords, type WrittenRecord } from './read-records.js';
import { shareOut } from './share-out.js';

/** Runs SOSL: the records of every object that contain what is searched for, those found by name first. */
export async function runSearch(state: SessionState, sosl: string, basePath: string): Promise<SearchAnswer> {
  const { plans, limit } = compileSearch(sosl, compileRequest(state, false));
  const found: WrittenRecord[][] = [];
  for (const plan of plans) found.push(await readSome(state, plan, limit, basePath));
  const records = shareOut(found, limit);
  return { json: `[${records.map((record) => record.json).join(',')}]`, size: records.length };
}

async function readSome(
  state: SessionState,
  plan: QueryPlan,
  limit: number,
  basePath: string,
): Promise<WrittenRecord[]> {
  const select = prepareSelect(limited(plan.select, Math.min(plan.limit ?? limit, limit)));
  return readRecords(state, plan, select, { basePath });
}
