import { findObject } from '@muster/metadata';
import { compileSearch, indexQuery, parseSosl, type QueryPlan, type SearchQuery } from '@muster/soql';
import { findCandidates } from '../search/find-candidates.js';
import { requireProof } from '../session/guard.js';
import type { SearchAnswer } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { limited } from './open-cursor.js';
import { compileRequest } from './plan-cache.js';
import { prepareSelect } from './prepared-select.js';
import { readRecords, type WrittenRecord } from './read-records.js';
import { shareOut } from './share-out.js';

/** Runs SOSL: the records of every object that contain what is searched for, those found by name first. */
export async function runSearch(state: SessionState, sosl: string, basePath: string): Promise<SearchAnswer> {
  const search = parseSosl(sosl);
  const { engine, queryable, guard } = state;
  const candidates = await findCandidates(
    queryable,
    engine.org,
    indexQuery(search.find),
    returned(state, search),
  );
  const { plans, limit } = compileSearch(sosl, search, compileRequest(state, false), candidates);
  if (guard !== undefined) await requireProof(guard, queryable);
  const found: WrittenRecord[][] = [];
  for (const plan of plans) found.push(await readSome(state, plan, limit, basePath));
  const records = shareOut(found, limit);
  return { json: `[${records.map((record) => record.json).join(',')}]`, size: records.length };
}

/** API names of the objects a search names; none when it asks for all. */
function returned({ snapshot }: SessionState, { returning }: SearchQuery): string[] {
  return returning.flatMap(({ from }) => {
    const object = findObject(snapshot, from[0]?.path.names[0]?.text ?? '');
    return object ? [object.name] : [];
  });
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
